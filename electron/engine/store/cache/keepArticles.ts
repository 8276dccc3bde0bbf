import type { Category } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { ArticleDraft } from '../../article/articleDraft.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { articleId, linkHash, shortContentHash } from './articleKeys.ts'
import type { ArticleWriter, KnownArticle } from './articleWriter.ts'
import type { CachedSources } from './cachedSources.ts'
import { pageState } from './offlineState.ts'
import type { ReadState } from './readState.ts'

/** What became of drafts. `wantPage`: articles whose page should be fetched. */
export interface KeptArticles {
  readonly added: string[]
  readonly updated: string[]
  readonly wantPage: { id: string; url: string }[]
}

/** Keeps the drafts of a source in one transaction. Callers give at most as many as a short call can hold. */
export type KeepArticles = (sourceId: string, category: Category, drafts: readonly ArticleDraft[], at: EpochMs) => KeptArticles

/** Makes the one way by which articles get into the cache. Identity is decided here: see `knownArticle` below. */
export function keepArticles(database: Database, sources: CachedSources, readState: ReadState, writer: ArticleWriter): KeepArticles {
  const find = articleFinder(database)
  return (sourceId, category, drafts, at) =>
    inTransaction(database, () => {
      const kept: KeptArticles = { added: [], updated: [], wantPage: [] }
      const source = sources.numberOf(sourceId, category)
      for (const { id, draft, known } of find(sourceId, source, drafts)) {
        if (!known) {
          const place = { id, source, category: sources.get(sourceId)?.category ?? category, isRead: readState.isRead(id), at }
          writer.insert(draft, place)
          kept.added.push(id)
        } else if (!isSameVersion(known, draft)) {
          writer.replace(known, draft, at)
          kept.updated.push(known.id)
        } else if (known.page_state !== pageState.wanted) continue
        if (draft.wantsPage && !draft.pageText && draft.url !== null) kept.wantPage.push({ id: known?.id ?? id, url: draft.url })
      }
      return kept
    })
}

/** A draft with the id it would have, and the article that it is a newer version of. */
interface Found {
  readonly id: string
  readonly draft: ArticleDraft
  readonly known: KnownArticle | null
}

type Find = (sourceId: string, source: number, drafts: readonly ArticleDraft[]) => Iterable<Found>

/** Finds what each draft is; says each article once, and leaves out what was deleted. */
function articleFinder(database: Database): Find {
  const statements = prepareStatements(database)

  function* find(sourceId: string, source: number, drafts: readonly ArticleDraft[]): Iterable<Found> {
    const byId = new Map<string, ArticleDraft>()
    for (const draft of drafts) {
      const id = articleId(sourceId, draft.identityKey)
      // A document that says the same article twice: its first word counts, else the two would edit each other at every poll.
      if (!byId.has(id)) byId.set(id, draft)
    }
    const linkCounts = Map.groupBy(byId.values(), (draft) => draft.linkKey)
    const said = new Set<number>()
    for (const [id, draft] of byId) {
      const isOnlyWithLink = linkCounts.get(draft.linkKey)?.length === 1
      const known = knownArticle(id) ?? (isOnlyWithLink ? articleWithLink(id, source, draft, byId) : null)
      if (known ? said.has(known.row) : statements.tombstone.get({ id })) continue
      if (known) said.add(known.row)
      yield { id, draft, known }
    }
  }

  function knownArticle(id: string): KnownArticle | null {
    return statements.byId.get({ id }) ?? statements.byAlias.get({ id }) ?? null
  }

  /**
   * An article that stood under another id and has the same link: the source changes its guids. Only where the link means one
   * article, that article is not in the document itself, and it is recognisably the same news: some sources link everything to one page.
   */
  function articleWithLink(id: string, source: number, draft: ArticleDraft, byId: ReadonlyMap<string, unknown>): KnownArticle | null {
    const hash = linkHash(draft.linkKey)
    if (hash === null) return null
    const [only, another] = statements.byLink.all({ source, hash })
    if (!only || another || byId.has(only.id) || !isSameNews(only, draft)) return null
    statements.addAlias.run({ id, article: only.row })
    return only
  }

  return find
}

function isSameVersion(known: KnownArticle, draft: ArticleDraft): boolean {
  return shortContentHash(draft.contentHash).equals(known.content_hash)
}

function isSameNews(known: KnownArticle, draft: ArticleDraft): boolean {
  return known.title === draft.title || known.published_at_ms === draft.publishedAt
}

function prepareStatements(database: Database) {
  return {
    byId: prepare<KnownArticle>(
      database,
      `SELECT row, id, title, published_at_ms, updated_at_ms, first_seen_at_ms, content_hash, page_state, prefers_page
       FROM articles
       WHERE id = :id`,
    ),
    byAlias: prepare<KnownArticle>(
      database,
      `SELECT row, articles.id, title, published_at_ms, updated_at_ms, first_seen_at_ms, content_hash, page_state, prefers_page
       FROM article_aliases JOIN articles ON articles.row = article_aliases.article
       WHERE article_aliases.id = :id`,
    ),
    byLink: prepare<KnownArticle>(
      database,
      `SELECT row, id, title, published_at_ms, updated_at_ms, first_seen_at_ms, content_hash, page_state, prefers_page
       FROM articles
       WHERE source = :source AND link_hash = :hash
       LIMIT 2`,
    ),
    addAlias: prepare(database, 'INSERT OR REPLACE INTO article_aliases (id, article) VALUES (:id, :article)'),
    tombstone: prepare<{ article_id: string }>(database, 'SELECT article_id FROM tombstones WHERE article_id = :id'),
  }
}
