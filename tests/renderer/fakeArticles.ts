import type { Article } from '../../shared/contract/article.ts'
import type { RequestInput, RequestOutput } from '../../shared/contract/requests.ts'
import { DAY } from '../../shared/time.ts'
import { doesMention, fakeReason } from './fakeCompanies.ts'
import { rowOf } from './fakeNews.ts'
import type { FakeAnswers, FakeShelf } from './fakeShelf.ts'

type Scope = RequestInput<'listArticles'>['scope']

/** Articles behind a fake bridge: lists of them, one to read, and marks. */
export function fakeArticles(shelf: FakeShelf): FakeAnswers {
  const { articles, article, change } = shelf
  const list = (scope: Scope) => articles.filter((each) => isWithin(each, scope, shelf))
  return {
    listArticles: ({ scope, order, limit = 50, after }) => {
      const all = order === 'oldest' ? list(scope).toReversed() : list(scope)
      const from = Number(after ?? 0)
      const next = from + limit < all.length ? String(from + limit) : null
      return { articles: all.slice(from, from + limit).map(rowOf), next, total: all.length }
    },
    countArrived: ({ since }) => ({ count: articles.filter((each) => each.firstSeenAt > since).length }),
    getRows: ({ ids }) => ({
      articles: ids
        .map(article)
        .filter((each) => 'id' in each)
        .map(rowOf),
    }),
    getArticle: ({ id }) => {
      const found = article(id)
      return 'id' in found ? { article: found } : found
    },
    fetchFullText: ({ id }) => {
      const found = article(id)
      return 'id' in found ? { article: { ...found, origin: 'page', origins: ['feed', 'page'] } } : found
    },
    markRead: ({ ids }) => ({ changed: ids.length, undo: change(ids, { isRead: true }) }),
    markUnread: ({ ids }) => ({ changed: ids.length, undo: change(ids, { isRead: false }) }),
    markAllRead: ({ scope }) => {
      const unread = list(scope).filter((each) => !each.isRead)
      return {
        changed: unread.length,
        undo: change(
          unread.map((each) => each.id),
          { isRead: true },
        ),
      }
    },
    keepReadingPlace: () => ({}),
    listRelated: ({ id }) => {
      const related = articles.find((each) => each.id === id)?.related ?? []
      const near = related.map(article).filter((each) => 'id' in each)
      return { related: near.map((each, index) => ({ article: rowOf(each), reason: fakeReason(index) })) }
    },
    exportArticles: ({ ids, format }) => ({
      file: { token: '0'.repeat(32), name: `Newsdesk.${format === 'markdown' ? 'zip' : 'html'}`, type: 'text/html', bytes: 23 },
      further: [],
      exported: ids?.length ?? 3,
      missing: [{ title: 'A mast', url: 'https://a.example/mast.jpg' }],
      missingCount: 1,
    }),
    stopExport: () => ({}),
    undo: ({ token }) => {
      shelf.undo(token)
      return { undone: true }
    },
    search: ({ query }) => found(articles, query),
  }
}

function isWithin(each: Article, scope: Scope, { now, sources }: FakeShelf): boolean {
  const source = sources().find((source) => source.id === each.sourceId)
  if (scope.sourceId !== undefined && each.sourceId !== scope.sourceId) return false
  if (scope.companyId !== undefined && source?.companyId !== scope.companyId) return false
  if (scope.mentionsOf !== undefined && !doesMention(each, scope.mentionsOf)) return false
  if (scope.folder !== undefined && source?.folder !== scope.folder) return false
  if (scope.only === 'unread' && each.isRead) return false
  if (scope.only === 'saved' && !each.isSaved) return false
  switch (scope.view ?? 'all') {
    case 'all':
      return true
    case 'today':
      return each.listedAt > now - DAY
    case 'unread':
      return !each.isRead
    case 'saved':
      return each.isSaved
    case 'watching':
      return each.caughtBy.length > 0
    case 'company':
    case 'industry':
      return each.category === scope.view
  }
}

function found(articles: readonly Article[], query: string): RequestOutput<'search'> {
  const word = query.toLowerCase()
  const hits = articles.filter((each) => `${each.title} ${each.excerpt}`.toLowerCase().includes(word))
  const marksIn = (text: string): [number, number][] => {
    const at = text.toLowerCase().indexOf(word)
    return at === -1 ? [] : [[at, at + word.length]]
  }
  return {
    articles: hits.map((each) => ({
      ...rowOf(each),
      snippet: { text: each.excerpt, marks: marksIn(each.excerpt) },
      titleMarks: marksIn(each.title),
    })),
    total: hits.length,
    isTotalExact: true,
    tookMs: 3,
  }
}
