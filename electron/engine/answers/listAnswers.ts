import type { ArticleRow, ListScope } from '../../../shared/contract/article.ts'
import { ok } from '../../../shared/result.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { dayStart } from './dayStart.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { savedRows, shownRows } from './articleRows.ts'
import { isOfSaved, sourceIdsOf, storedScope } from './scope.ts'

/** Answers that list articles. */
export function listAnswers(parts: EngineParts): Pick<Answers, 'listArticles' | 'countArrived' | 'getRows'> {
  const { store, now } = parts
  return {
    listArticles: ({ scope, order, limit, after }) => {
      if (isOfSaved(scope)) return ok(pageOf(savedInScope(scope, order, parts), limit, after ?? null))
      const page = store.articles.page({ scope: storedScope(scope, store, now()), order, limit, after: after ?? null })
      return ok({ articles: shownRows(page.rows, parts), next: page.next, total: page.total })
    },
    countArrived: ({ scope, since }) => {
      if (isOfSaved(scope)) return ok({ count: 0 })
      return ok({ count: store.articles.countArrived({ scope: storedScope(scope, store, now()), since: since as EpochMs }) })
    },
    getRows: ({ ids }) => {
      const followed = new Set(store.sources.list().map((source) => source.id))
      const cached = store.articles.rows(ids).filter((row) => followed.has(row.sourceId))
      const rows = new Map(shownRows(cached, parts).map((row) => [row.id, row]))
      const missing = ids.filter((id) => !rows.has(id))
      for (const row of savedRows(store.saved.list({ ids: missing }), parts)) rows.set(row.id, row)
      return ok({ articles: ids.map((id) => rows.get(id)).filter((row) => row !== undefined) })
    },
  }
}

/** Saved items of a scope, by when they were saved. */
export function savedInScope(scope: ListScope, order: 'newest' | 'oldest', parts: EngineParts): ArticleRow[] {
  const sourceIds = sourceIdsOf(scope, parts.store)
  const category = scope.view === 'company' || scope.view === 'industry' ? scope.view : null
  const since = scope.view === 'today' ? dayStart(parts.now()) : null
  const saved = savedRows(parts.store.saved.list(), parts)
  const mentioning = scope.mentionsOf === undefined ? null : parts.store.mentions.among(idsOf(saved), scope.mentionsOf)
  const rows = saved.filter(
    (row) =>
      (mentioning === null || mentioning.has(row.id)) &&
      (sourceIds === null || sourceIds.includes(row.sourceId)) &&
      (category === null || row.category === category) &&
      (since === null || row.listedAt >= since) &&
      !((scope.view === 'unread' || scope.only === 'unread') && row.isRead),
  )
  return order === 'newest' ? rows : rows.toReversed()
}

function idsOf(rows: readonly ArticleRow[]): string[] {
  return rows.map((row) => row.id)
}

/** A page of rows that are all at hand. The cursor is the last row's place and id: where that row is gone, its place counts. */
function pageOf(rows: readonly ArticleRow[], limit: number, after: string | null) {
  const [place = '0', id] = after?.split('.') ?? []
  const last = rows.findIndex((row) => row.id === id)
  const start = last === -1 ? Math.max(0, Number.parseInt(place, 10) || 0) : last + 1
  const articles = rows.slice(start, start + limit)
  const end = start + articles.length
  const next = end < rows.length ? `${end}.${articles.at(-1)?.id ?? ''}` : null
  return { articles, next, total: rows.length }
}
