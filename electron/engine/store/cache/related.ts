import type { RelatedReason } from '../../../../shared/contract/company.ts'
import { inTransaction, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { storedRow } from './storedRow.ts'
import type { ListedArticle, StoredRow } from './storedRow.ts'

/** An article that stands under another. `strength`: more is stronger, within one kind. */
export interface KeptRelation {
  readonly id: string
  readonly reason: RelatedReason
  readonly strength: number
}

/** What is shown of a relation. */
export interface StoredRelation {
  readonly row: StoredRow
  readonly reason: RelatedReason
}

/** Which articles stand under which. */
export interface RelatedTable {
  /** Puts what stands under an article in place of what stood there. */
  put(article: number, relations: readonly KeptRelation[]): void
  /** What stands under an article, strongest first; of sources that are followed. */
  of(id: string): StoredRelation[]
  /** How many are kept of an article, whether they can be shown or not. */
  count(id: string): number
}

interface RelatedRow extends ListedArticle {
  readonly kind: number
  readonly words: string
}

/** In order of strength; their places count from 1 in the table. */
const KINDS = ['same-story', 'same-company', 'same-topic'] as const

/** The table of related articles. */
export function relatedTable(database: Database): RelatedTable {
  const statements = prepareStatements(database)
  return {
    put: (article, relations) =>
      inTransaction(database, () => {
        statements.drop.run({ article })
        for (const { id, reason, strength } of relations) {
          statements.put.run({ article, id, kind: KINDS.indexOf(reason.kind) + 1, words: JSON.stringify(reason.words), strength })
        }
      }),
    of: (id) => statements.of.all({ id }).map(storedRelation),
    count: (id) => statements.count.get({ id })?.count ?? 0,
  }
}

function prepareStatements(database: Database) {
  return {
    drop: prepare(database, 'DELETE FROM related WHERE article = :article'),
    // Either of the two may be gone meanwhile.
    put: prepare(
      database,
      `INSERT INTO related (article, other, kind, words, strength)
       SELECT one.row, other.row, :kind, :words, :strength
       FROM articles AS one CROSS JOIN articles AS other
       WHERE one.row = :article AND other.id = :id AND one.row <> other.row`,
    ),
    of: prepare<RelatedRow>(
      database,
      `SELECT shown_articles.*, related.kind, related.words
       FROM articles AS above
         CROSS JOIN related ON related.article = above.row
         CROSS JOIN shown_articles ON shown_articles.row = related.other
       WHERE above.id = :id
       ORDER BY related.kind, related.strength DESC, related.other DESC`,
    ),
    count: prepare<{ count: number }>(
      database,
      'SELECT count(*) AS count FROM related WHERE article = (SELECT row FROM articles WHERE id = :id)',
    ),
  }
}

function storedRelation(row: RelatedRow): StoredRelation {
  return { row: storedRow(row), reason: { kind: KINDS[row.kind - 1] ?? 'same-topic', words: JSON.parse(row.words) as string[] } }
}
