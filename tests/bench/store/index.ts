import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore, parseQuery } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import type { StoredScope } from '../../../electron/engine/store/cache/listScope.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { CHINESE_WORD, COMMON_WORD, RARE_WORD } from '../syntheticNews.ts'
import { bareQuestions } from './bareSql.ts'
import type { BareQuestions } from './bareSql.ts'
import { bareInsertRate, fillStore } from './fill.ts'
import { idleControl, sideBySide } from './timing.ts'

const NOW = Date.UTC(2045, 0, 1) as EpochMs
const EVERYTHING: StoredScope = { sourceIds: null, category: null, unreadOnly: false, since: null }
/** So many articles are unread, as after a few days away. */
const LEFT_UNREAD = 2_000

/**
 * P5 and P10: lists, articles, counts and search through the store against the bare SQL on the same database in the same run; how fast
 * articles are kept and indexed; the size on disk. `--million` for 1,000,000 articles, `--articles N` for another number,
 * `--calls N` for how often each question is asked.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      million: { type: 'boolean', default: false },
      articles: { type: 'string', default: '100000' },
      calls: { type: 'string', default: '300' },
    },
  })
  const count = values.million ? 1_000_000 : Number(values.articles)
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-bench-'))
  try {
    await measure(profile, count, Number(values.calls))
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

async function measure(profile: string, count: number, calls: number): Promise<void> {
  const store = opened(profile)
  const filled = fillStore(store, count)
  print(`articles kept          ${perSecond(count, filled.keptMs)} a second; slices p99 ${filled.keepSlice.p99.toFixed(1)} ms`)
  print(`articles indexed       ${perSecond(count, filled.indexedMs)} a second; slices p99 ${filled.indexSlice.p99.toFixed(1)} ms`)
  print(`both                   ${perSecond(count, filled.keptMs + filled.indexedMs)} a second`)
  const floor = bareInsertRate(profile)
  print(`bare SQL, one table    ${Math.round(floor.plain)} a second, with an index ${Math.round(floor.indexed)}`)
  readMost(store, count)
  store.close()
  printSize(profile, filled.textBytes)
  const again = opened(profile)
  const bare = bareQuestions(profile)
  print(`\n${calls} calls each          store p50 / p99 ms    bare SQL p50 / p99 ms    ratio p50 / p99  (goal p99 <= 2)`)
  for (const question of questions(again, bare)) print(sideBySide(question, calls))
  print(`idle control           p99 ${(await idleControl()).toFixed(2)} ms over a timer of 1 ms`)
  bare.close()
  again.close()
}

/** What is asked of both, by name. */
function questions(store: Store, bare: BareQuestions) {
  const unread = { ...EVERYTHING, unreadOnly: true }
  const first = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 50, after: null })
  const middle = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 200, after: first.next }).next
  const ids = first.rows.map((row) => row.id)
  const [sourceId = ''] = store.articles.sourceIds()
  const folder = store.articles.sourceIds().slice(0, 40)
  const list = (scope: StoredScope, after: string | null = null) =>
    store.articles.page({ scope, order: 'newest', limit: 50, after }).rows.length
  const find = (words: string): number => store.search.search(parseQuery(words), 50).hits.length
  const search = (name: string, words: string, match: string) => ({
    name: `search, ${name}`,
    ours: () => find(words),
    bare: () => bare.search(match),
  })
  return [
    { name: 'list page', ours: () => list(EVERYTHING), bare: () => bare.page() },
    { name: 'list page, further on', ours: () => list(EVERYTHING, middle), bare: () => bare.page(middle) },
    { name: 'unread page', ours: () => list(unread), bare: () => bare.unreadPage() },
    { name: 'category page', ours: () => list({ ...EVERYTHING, category: 'company' }), bare: () => bare.categoryPage() },
    { name: 'source page', ours: () => list({ ...EVERYTHING, sourceIds: [sourceId] }), bare: () => bare.sourcePage(sourceId) },
    { name: 'folder of 40 page', ours: () => list({ ...EVERYTHING, sourceIds: folder }), bare: () => bare.folderPage(folder) },
    {
      name: 'article open',
      ours: (call: number) => (store.articles.getContent(ids[call % ids.length] ?? '')?.feedText?.text.length ? 1 : 0),
      bare: (call: number) => bare.article(ids[call % ids.length] ?? ''),
    },
    { name: 'counts', ours: () => store.articles.counts().length, bare: () => bare.counts() },
    search('rare word', RARE_WORD, `"${RARE_WORD}"`),
    search('common word', `${COMMON_WORD} `, `"${COMMON_WORD}"`),
    search('as one types', 'operat', '"operat" *'),
    search('Chinese word', CHINESE_WORD, `"${Array.from(CHINESE_WORD).join(' ')}"`),
    search('two words', `${COMMON_WORD} ${RARE_WORD} `, `"${COMMON_WORD}" AND "${RARE_WORD}"`),
  ]
}

/** Marks all but the newest read, in slices, as a person does. */
function readMost(store: Store, count: number): void {
  const scope = { ...EVERYTHING, unreadOnly: true }
  const slices: number[] = []
  const started = performance.now()
  for (let left = count; left > LEFT_UNREAD;) {
    const from = performance.now()
    left -= store.articles.markReadSlice(scope, NOW, Math.min(250, left - LEFT_UNREAD), NOW).length
    slices.push(performance.now() - from)
  }
  print(
    `marked read            ${perSecond(count, performance.now() - started)} a second; longest slice ${Math.max(...slices).toFixed(1)} ms`,
  )
}

function printSize(profile: string, textBytes: number): void {
  const bytes = statSync(join(profile, 'cache.sqlite')).size
  print(
    `on disk                ${(bytes / 1e6).toFixed(0)} MB for ${(textBytes / 1e6).toFixed(0)} MB of text = ${(bytes / textBytes).toFixed(2)}x  (goal <= 1.6)`,
  )
}

function opened(profile: string): Store {
  const store = openStore({ profile, now: () => NOW })
  if (!store.ok) throw new Error(`the store did not open: ${store.failure.kind}`)
  return store.value
}

function perSecond(count: number, ms: number): string {
  return String(Math.round((count / ms) * 1000))
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
