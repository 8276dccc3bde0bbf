import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Store } from '../../../electron/engine/store/store.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { syntheticDraft } from '../syntheticNews.ts'
import { spreadOf } from './timing.ts'
import type { Spread } from './timing.ts'

const SOURCES = 500
const KEPT_AT_ONCE = 20
const INDEXED_AT_ONCE = 20

/** How the filling of a store went. */
export interface Filled {
  readonly keptMs: number
  readonly indexedMs: number
  readonly keepSlice: Spread
  readonly indexSlice: Spread
  readonly textBytes: number
}

/** Keeps that many articles of 500 sources in turn, then indexes them. */
export function fillStore(store: Store, count: number): Filled {
  const sources = Array.from({ length: SOURCES }, (_, index) =>
    store.sources.add({
      kind: 'feed',
      title: `Feed ${index}`,
      url: `https://news.example/feeds/${index}`,
      siteUrl: null,
      category: index % 2 === 0 ? 'company' : 'industry',
    }),
  )
  const kept: number[] = []
  let textBytes = 0
  for (let from = 0; from < count; from += KEPT_AT_ONCE) {
    const drafts = Array.from({ length: Math.min(KEPT_AT_ONCE, count - from) }, (_, index) => syntheticDraft(from + index))
    for (const draft of drafts) textBytes += Buffer.byteLength(draft.feedText?.text ?? '')
    const source = sources[(from / KEPT_AT_ONCE) % SOURCES]
    if (!source) continue
    const at = (drafts.at(-1)?.publishedAt ?? 0) as EpochMs
    kept.push(took(() => store.articles.keep(source.id, source.category, drafts, at)))
  }
  const indexed: number[] = []
  while (store.search.waiting() > 0) indexed.push(took(() => store.search.indexSlice(INDEXED_AT_ONCE)))
  while (store.search.mergeIndexSlice());
  return { keptMs: sum(kept), indexedMs: sum(indexed), keepSlice: spreadOf(kept), indexSlice: spreadOf(indexed), textBytes }
}

/** The floor: rows of the same text in one plain table, 20 a transaction, without and with a full-text index. Rows a second. */
export function bareInsertRate(profile: string): { plain: number; indexed: number } {
  const drafts = Array.from({ length: 4000 }, (_, index) => syntheticDraft(index))
  const rates = [false, true].map((isIndexed) => {
    const file = join(profile, 'bare.sqlite')
    const database = new DatabaseSync(file)
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE rows (id TEXT UNIQUE, at INTEGER, title TEXT, html TEXT, text TEXT)',
    )
    database.exec(
      "CREATE INDEX by_time ON rows (at); CREATE VIRTUAL TABLE words USING fts5 (title, text, content = '', contentless_delete = 1)",
    )
    const insert = database.prepare('INSERT INTO rows VALUES (:id, :at, :title, :html, :text)')
    const index = database.prepare('INSERT INTO words (rowid, title, text) VALUES (:row, :title, :text)')
    const ms = took(() => {
      for (const [row, { identityKey, publishedAt, title, feedText }] of drafts.entries()) {
        if (row % 20 === 0) database.exec('BEGIN')
        insert.run({ id: identityKey, at: publishedAt, title, html: feedText?.html ?? '', text: feedText?.text ?? '' })
        if (isIndexed) index.run({ row: row + 1, title, text: feedText?.text ?? '' })
        if (row % 20 === 19) database.exec('COMMIT')
      }
    })
    database.close()
    rmSync(file)
    return (drafts.length / ms) * 1000
  })
  return { plain: rates[0] ?? 0, indexed: rates[1] ?? 0 }
}

function took(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
