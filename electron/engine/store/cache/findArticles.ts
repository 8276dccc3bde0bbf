import type { EpochMs } from '../../../../shared/time.ts'
import type { ArticleDraft } from '../../article/articleDraft.ts'
import { prepare } from '../profile/database.ts'
import type { Database, Query } from '../profile/database.ts'
import { articleId, linkHash } from './articleKeys.ts'

/** What is known of an article that is stored, as far as keeping its next version needs it. */
export interface KnownArticle {
  readonly row: number
  readonly id: string
  readonly link_hash: number | null
  readonly title: string
  readonly published_at_ms: EpochMs | null
  readonly updated_at_ms: EpochMs | null
  readonly first_seen_at_ms: EpochMs
  readonly content_hash: Uint8Array
  readonly page_state: number
  readonly prefers_page: number
}

/** A draft with the id it would have, and the article that it is a newer version of. */
export interface FoundArticle {
  readonly id: string
  readonly draft: ArticleDraft
  readonly known: KnownArticle | null
}

/** Finds what each of a source's drafts is; says each article once, and leaves out what was deleted. */
export type FindArticles = (sourceId: string, source: number, drafts: readonly ArticleDraft[]) => FoundArticle[]

type Known = ReadonlyMap<string, KnownArticle>

/** Makes the finder by which articles keep their identity: by their id, by an id they had, by their link. */
export function findArticles(database: Database): FindArticles {
  const statements = prepareStatements(database)

  return (sourceId, source, drafts) => {
    const byId = idsOf(sourceId, drafts)
    const ids = JSON.stringify([...byId.keys()])
    const known = new Map(
      [...statements.byAlias.all({ ids }), ...statements.byId.all({ ids })].map((row) => [row.asked, row as KnownArticle]),
    )
    const strangers = new Map([...byId].filter(([id]) => !known.has(id)))
    const deleted = new Set(strangers.size === 0 ? [] : statements.tombstones.all({ ids }).map((row) => row.article_id))
    for (const id of deleted) strangers.delete(id)
    const renamed = renamedArticles(source, strangers, byId)
    for (const [id, { row }] of renamed) statements.addAlias.run({ id, article: row })
    const found = [...byId].map(([id, draft]) => ({ id, draft, known: known.get(id) ?? renamed.get(id) ?? null }))
    return eachOnce(found.filter(({ id }) => !deleted.has(id)))
  }

  /**
   * Articles that stood under another id and have the same link: the source changes its guids. Only where the link means one article,
   * that article is not in the document itself, and it is recognisably the same news: some sources link everything to one page.
   */
  function renamedArticles(source: number, strangers: ReadonlyMap<string, ArticleDraft>, byId: ReadonlyMap<string, unknown>): Known {
    if (strangers.size === 0) return new Map()
    const byHash = Map.groupBy(strangers, ([, draft]) => linkHash(draft.linkKey))
    const hashes = JSON.stringify([...byHash.keys()])
    const stored = Map.groupBy(statements.byLink.all({ source, hashes }), (row) => row.link_hash)
    return new Map(
      [...byHash].flatMap(([hash, [first, second]]): [string, KnownArticle][] => {
        const [only, another] = stored.get(hash) ?? []
        if (hash === null || !first || second || !only || another || byId.has(only.id) || !isSameNews(only, first[1])) return []
        return [[first[0], only]]
      }),
    )
  }
}

/** A document may say the same article twice: its first word counts, else the two would edit each other at every poll. */
function idsOf(sourceId: string, drafts: readonly ArticleDraft[]): Map<string, ArticleDraft> {
  const byId = new Map<string, ArticleDraft>()
  for (const draft of drafts) {
    const id = articleId(sourceId, draft.identityKey)
    if (!byId.has(id)) byId.set(id, draft)
  }
  return byId
}

/** Two ids of one article may stand in a document together. */
function eachOnce(found: readonly FoundArticle[]): FoundArticle[] {
  const said = new Set<number>()
  return found.filter(({ known }) => {
    if (known === null) return true
    const isFirst = !said.has(known.row)
    said.add(known.row)
    return isFirst
  })
}

function isSameNews(known: KnownArticle, draft: ArticleDraft): boolean {
  return known.title === draft.title || known.published_at_ms === draft.publishedAt
}

interface FinderStatements {
  readonly byId: Query<KnownArticle & { readonly asked: string }, { readonly ids: string }>
  readonly byAlias: Query<KnownArticle & { readonly asked: string }, { readonly ids: string }>
  readonly byLink: Query<KnownArticle, { readonly source: number; readonly hashes: string }>
  readonly tombstones: Query<{ readonly article_id: string }, { readonly ids: string }>
  readonly addAlias: Query<never, { readonly id: string; readonly article: number }>
}

function prepareStatements(database: Database): FinderStatements {
  return {
    byId: prepare(
      database,
      `SELECT id AS asked, row, id, link_hash, title, published_at_ms, updated_at_ms, first_seen_at_ms, content_hash, page_state,
              prefers_page
       FROM articles
       WHERE id IN (SELECT value FROM json_each(:ids))`,
    ),
    byAlias: prepare(
      database,
      `SELECT article_aliases.id AS asked, row, articles.id, link_hash, title, published_at_ms, updated_at_ms, first_seen_at_ms,
              content_hash, page_state, prefers_page
       FROM article_aliases CROSS JOIN articles ON articles.row = article_aliases.article
       WHERE article_aliases.id IN (SELECT value FROM json_each(:ids))`,
    ),
    byLink: prepare(
      database,
      `SELECT row, id, link_hash, title, published_at_ms, updated_at_ms, first_seen_at_ms, content_hash, page_state, prefers_page
       FROM articles
       WHERE source = :source AND link_hash IN (SELECT value FROM json_each(:hashes))`,
    ),
    tombstones: prepare(
      database,
      `SELECT article_id FROM tombstones
       WHERE article_id IN (SELECT value FROM json_each(:ids))`,
    ),
    addAlias: prepare(database, 'INSERT OR REPLACE INTO article_aliases (id, article) VALUES (:id, :article)'),
  }
}
