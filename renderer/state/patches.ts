import type { QueryClient } from '@tanstack/react-query'
import type { Article, ArticleRow } from '../../shared/contract/article.ts'
import type { RelatedArticle } from '../../shared/contract/company.ts'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import type { ListPages } from './articles.ts'

/** What changes of a row, worked out from the row itself. */
export type RowChange = (row: ArticleRow) => Partial<ArticleRow> | null

/** Changes rows in place wherever they are on screen, so that nothing jumps. */
export function patchRows(client: QueryClient, change: RowChange): void {
  client.setQueriesData<ListPages>({ queryKey: ['list'] }, (pages) => pages && patchPages(pages, change))
  client.setQueriesData<RequestOutput<'search'>>(
    { queryKey: ['search'] },
    (found) => found && { ...found, articles: patchAll(found.articles, change) },
  )
  client.setQueriesData<RelatedArticle[]>({ queryKey: ['related'] }, (related) => related && patchRelated(related, change))
  client.setQueriesData<Article>({ queryKey: ['article'] }, (article) => article && patchOne(article, change))
}

/** Takes rows out of lists but those of these ids. */
export function keepRows(client: QueryClient, ids: ReadonlySet<string>): void {
  client.setQueriesData<ListPages>({ queryKey: ['list'] }, (pages) => pages && keepInPages(pages, ids))
}

/** Pages without the rows of other ids; the same object where all stay. */
export function keepInPages(pages: ListPages, ids: ReadonlySet<string>): ListPages {
  if (pages.pages.every((page) => page.articles.every((row) => ids.has(row.id)))) return pages
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, articles: page.articles.filter((row) => ids.has(row.id)) })) }
}

/** Pages with changed rows; the same object where nothing changed, so that nothing is drawn again. */
export function patchPages(pages: ListPages, change: RowChange): ListPages {
  const patched = pages.pages.map((page) => {
    const articles = patchAll(page.articles, change)
    return articles === page.articles ? page : { ...page, articles }
  })
  return patched.every((page, index) => page === pages.pages[index]) ? pages : { ...pages, pages: patched }
}

/** Rows with their changes; the same array where nothing changed. */
export function patchAll<Row extends ArticleRow>(rows: Row[], change: RowChange): Row[] {
  const patched = rows.map((row) => patchOne(row, change))
  return patched.every((row, index) => row === rows[index]) ? rows : patched
}

/** The change that replaces each row by the fresh one of its id. */
export function replaceBy(fresh: readonly ArticleRow[]): RowChange {
  const byId = new Map(fresh.map((row) => [row.id, row]))
  return (row) => byId.get(row.id) ?? null
}

/** The ids of all rows that are in the page. */
export function loadedIds(client: QueryClient): ReadonlySet<string> {
  const lists = client.getQueriesData<ListPages>({ queryKey: ['list'] }).flatMap(([, pages]) => pages?.pages ?? [])
  const found = client.getQueriesData<RequestOutput<'search'>>({ queryKey: ['search'] }).flatMap(([, hits]) => hits?.articles ?? [])
  const related = client.getQueriesData<RelatedArticle[]>({ queryKey: ['related'] }).flatMap(([, each]) => each ?? [])
  const under = related.map(({ article }) => article)
  return new Set([...lists.flatMap((page) => page.articles), ...found, ...under].map((row) => row.id))
}

function patchRelated(related: RelatedArticle[], change: RowChange): RelatedArticle[] {
  const patched = related.map((each) => {
    const article = patchOne(each.article, change)
    return article === each.article ? each : { ...each, article }
  })
  return patched.every((each, index) => each === related[index]) ? related : patched
}

function patchOne<Row extends ArticleRow>(row: Row, change: RowChange): Row {
  const changes = change(row)
  if (changes === null) return row
  const isSame = Object.entries(changes).every(([field, value]) => row[field as keyof ArticleRow] === value)
  return isSame ? row : { ...row, ...changes }
}
