import type { Article } from '../../shared/contract/article.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import type { Source } from '../../shared/contract/source.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import type { EpochMs } from '../../shared/time.ts'
import type { FakeNews } from './fakeNews.ts'

/** What the fake answers to each request, or the failure. */
export type FakeAnswers = { [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> | SpokenFailure }

/** What stands in a fake engine: its articles and sources, and what can be taken back. */
export interface FakeShelf {
  readonly now: EpochMs
  /** Newest first; the same array throughout. */
  readonly articles: Article[]
  readonly sources: () => readonly Source[]
  readonly setSources: (next: readonly Source[]) => void
  readonly article: (id: string) => Article | SpokenFailure
  /** Changes articles alike, and answers the undo. */
  readonly change: (ids: readonly string[], fields: Partial<Article> | ((each: Article) => Partial<Article>)) => string
  readonly undoable: (takeBack: () => void) => string
  readonly undo: (token: string) => void
  readonly send: (event: EngineEvent) => void
}

/** Puts news on a {@link FakeShelf}. */
export function fakeShelf(news: FakeNews & { readonly articles: Article[] }, now: EpochMs, send: FakeShelf['send']): FakeShelf {
  const { articles } = news
  let { sources } = news
  const undos = new Map<string, () => void>()
  const undoable = (takeBack: () => void): string => {
    const token = `undo-${undos.size}`
    undos.set(token, takeBack)
    return token
  }
  const put = (next: readonly Article[], ids: string[] | null): void => {
    articles.splice(0, articles.length, ...next)
    send({ name: 'articlesChanged', body: { articleIds: ids } })
    send({ name: 'savedChanged', body: {} })
  }
  return {
    now,
    articles,
    sources: () => sources,
    setSources: (next) => {
      sources = next
      send({ name: 'sourcesChanged', body: { sourceIds: null } })
    },
    article: (id) => articles.find((each) => each.id === id) ?? missing,
    change: (ids, fields) => {
      const before = [...articles]
      const changed = (each: Article): Article => ({ ...each, ...(typeof fields === 'function' ? fields(each) : fields) })
      const after = before.map((each) => (ids.includes(each.id) ? changed(each) : each))
      sources = sources.map((source) => ({ ...source, unread: unreadOf(source, after) }))
      put(after, ids.length > 200 ? null : [...ids])
      return undoable(() => put(before, null))
    },
    undoable,
    undo: (token) => undos.get(token)?.(),
    send,
  }
}

function unreadOf({ id }: Source, articles: readonly Article[]): number {
  return articles.filter((each) => each.sourceId === id && !each.isRead).length
}

const missing: SpokenFailure = { kind: 'not-found', what: 'article', sentence: 'There is no such article.' }
