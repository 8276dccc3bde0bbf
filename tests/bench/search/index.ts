import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Engine } from '../../../shared/engine.ts'
import { digits, printTable, quantile } from '../figures.ts'
import { watchedEngine } from '../refresh/engineUnderWatch.ts'
import { importFeeds, message, startHelper } from '../refresh/feeds.ts'
import { storedNews } from '../start/storedNews.ts'
import { bareQuestions, type BareQuestions } from '../store/bareSql.ts'
import { CHINESE_WORD, RARE_WORD } from '../syntheticNews.ts'

const TYPED = ['network operator', 'spectrum agreement', RARE_WORD, 'standard', CHINESE_WORD, 'satellite broadband', 'the regulator']
/** A quick typist: about ten letters a second. */
const BETWEEN_LETTERS_MS = 100
/** As many as the screen asks for with each letter. */
const LIMIT = 30

/** Milliseconds of each letter: the engine's answer over its port, the same question in plain SQL, and a request that asks nothing. */
interface Times {
  readonly answer: number[]
  readonly within: number[]
  readonly bare: number[]
  readonly nothing: number[]
}

/**
 * Search as one types, while nothing else goes on and while many feeds are refreshed into the same profile: over the engine's port as a
 * screen asks, against plain SQL on the same file in the same moment. `--articles N`, `--feeds N`, `--profile DIR` (it is copied).
 */
export async function run(args: readonly string[]): Promise<void> {
  const options = {
    articles: { type: 'string', default: '100000' },
    feeds: { type: 'string', default: '500' },
    profile: { type: 'string' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  const profile = join(folder, 'profile')
  cpSync(values.profile ?? storedNews(Number(values.articles)), profile, { recursive: true })
  console.log(`${values.articles} articles; load ${loadavg()[0]?.toFixed(1)} at the start`)
  const watched = await watchedEngine(profile)
  const { engine } = watched
  const bare = bareQuestions(profile)
  const server = startHelper('./feedServer.ts', [values.feeds, '40'])
  try {
    const { ports } = await message<{ ports: number[] }>(server)
    await importFeeds(engine, ports)
    await untilIndexed(engine)
    const idle = await typed(engine, bare, 2)
    const busy = await whileRefreshing(engine, bare)
    report(idle, busy)
  } finally {
    bare.close()
    await watched.close()
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
}

/** Types on until the feeds are fetched, kept and indexed. */
async function whileRefreshing(engine: Engine, bare: BareQuestions): Promise<Times> {
  const sources = await engine.call('listSources', {})
  const ids = sources.ok ? sources.value.sources.flatMap(({ id, url }) => (url.includes('127.0.0.1') ? [id] : [])) : []
  const times: Times = { answer: [], within: [], bare: [], nothing: [] }
  let isOver = false
  const startedAt = performance.now()
  const refresh = async (): Promise<void> => {
    const answer = await engine.call('refresh', { sourceIds: ids, force: true })
    if (!answer.ok) throw new Error(answer.failure.sentence)
    console.log(`refreshed ${ids.length} feeds, ${answer.value.added} articles came`)
    await untilIndexed(engine)
    isOver = true
  }
  const refreshing = refresh()
  while (!isOver) addTimes(times, await typed(engine, bare, 1, () => isOver))
  await refreshing
  console.log(`the refresh and its indexing took ${digits((performance.now() - startedAt) / 1000)} s`)
  return times
}

function addTimes(all: Times, some: Times): void {
  for (const name of Object.keys(all) as (keyof Times)[]) all[name].push(...some[name])
}

async function typed(engine: Engine, bare: BareQuestions, rounds: number, isOver = () => false): Promise<Times> {
  const times: Times = { answer: [], within: [], bare: [], nothing: [] }
  for (const words of Array.from({ length: rounds }, () => TYPED).flat()) {
    for (let length = 1; length <= words.length && !isOver(); length += 1) {
      const query = words.slice(0, length)
      times.answer.push(
        await timed(async () => {
          const answer = await engine.call('search', { query, limit: LIMIT })
          if (!answer.ok) throw new Error(answer.failure.sentence)
          times.within.push(answer.value.tookMs)
        }),
      )
      times.bare.push(await timed(() => bare.search(bareMatch(query))))
      times.nothing.push(await timed(() => engine.call('getSettings', {})))
      await setTimeout(BETWEEN_LETTERS_MS)
    }
  }
  return times
}

/** The words as the index takes them, the last of two letters and more as a beginning. */
function bareMatch(query: string): string {
  const words = query.split(' ').filter(Boolean)
  return words.map((word, index) => bareTerm(word, index === words.length - 1 && !query.endsWith(' '))).join(' AND ')
}

function bareTerm(word: string, isLast: boolean): string {
  const isChinese = word > '\u4e00'
  return `"${isChinese ? Array.from(word).join(' ') : word}"${isLast && !isChinese && word.length > 1 ? ' *' : ''}`
}

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function untilIndexed(engine: Engine): Promise<void> {
  for (;;) {
    const status = await engine.call('getStatus', {})
    if (status.ok && status.value.toIndex === 0) return
    await setTimeout(1_000)
  }
}

function report(idle: Times, busy: Times): void {
  printTable(
    ['milliseconds', 'letters', 'p50', 'p95', 'p99', 'most', 'goal p99'],
    [
      row('at rest: letter to answer', idle.answer),
      row('at rest: within the engine', idle.within),
      row('at rest: plain SQL', idle.bare),
      row('at rest: a request for nothing', idle.nothing),
      row('refreshing: letter to answer', busy.answer, '<= 50'),
      row('refreshing: within the engine', busy.within),
      row('refreshing: plain SQL', busy.bare),
      row('refreshing: a request for nothing', busy.nothing),
    ],
  )
}

function row(name: string, times: readonly number[], goal = ''): string[] {
  return [name, String(times.length), ...[0.5, 0.95, 0.99, 1].map((share) => digits(quantile(times, share))), goal]
}
