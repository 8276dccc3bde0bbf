import { statSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../../electron/engine/store/profile/database.ts'
import { problemsOf } from '../../../electron/engine/store/profile/checkDatabase.ts'
import { desktopMissing } from '../../app/electronApp.ts'
import { digits, median, medianAndSpread, printTable } from '../figures.ts'
import { watchedEngine } from '../refresh/engineUnderWatch.ts'
import { browserStarts } from './browserStart.ts'
import { desktopStarts } from './desktopStart.ts'
import type { StartTimes } from './desktopStart.ts'
import { storedNews } from './storedNews.ts'

const IDLE_MS = 30_000

/**
 * P9 and half of P4: process start to the first row painted with 100,000 articles, against an empty window and an empty page in the
 * same run; the first screen's bundle; the engine's memory. `--articles N`, `--rounds N`, `--profile DIR` for one that is there.
 */
export async function run(args: string[]): Promise<void> {
  const options = {
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'string' },
  } as const
  const { values } = parseArgs({ args, options })
  const rounds = Number(values.rounds)
  const profile = values.profile ?? storedNews(Number(values.articles))
  console.log(`${values.articles} articles, ${rounds} rounds, medians with the spread; load ${loadavg()[0]?.toFixed(1)} at the start`)
  await printEngine(profile)
  const browser = await browserStarts(profile, rounds)
  const rows = [startRow('browser host', browser.times)]
  if (desktopMissing === null) rows.unshift(startRow('desktop host', await desktopStarts(profile, rounds)))
  printTable(['start to first row', 'empty ms', 'newsdesk ms', 'ratio', 'goal'], rows)
  console.log(`first screen: ${(browser.bundleBytes / 1024).toFixed(0)} KiB gzip of scripts and styles (goal <= 250)`)
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
}

function startRow(name: string, times: readonly StartTimes[]): string[] {
  return [
    name,
    medianAndSpread(times.map(({ empty }) => empty)),
    medianAndSpread(times.map(({ ours }) => ours)),
    `${digits(median(times.map(({ ours, empty }) => ours / empty)))}x`,
    '<= 1.5x',
  ]
}

/** What the engine alone needs: to check its cache, to answer its first list, and of memory. */
async function printEngine(profile: string): Promise<void> {
  const checked = timeOf(() => {
    const cache = openDatabase(join(profile, 'cache.sqlite'), { isDurable: false, isReadOnly: true })
    problemsOf(cache, 'quick')
    cache.close()
  })
  const megabytes = statSync(join(profile, 'cache.sqlite')).size / 1e6
  console.log(`looking through the cache of ${digits(megabytes)} MB once: ${digits(checked)} ms`)
  const startedAt = performance.now()
  const watched = await watchedEngine(profile)
  await watched.engine.call('listArticles', { scope: { view: 'all' }, limit: 100 })
  console.log(`engine: first list after ${digits(performance.now() - startedAt)} ms; memory then ${mebibytes(watched.memory().now)}`)
  await setTimeout(IDLE_MS)
  console.log(
    `engine: memory after ${IDLE_MS / 1000} s idle ${mebibytes(watched.memory().now)}, at most ${mebibytes(watched.memory().peak)} (goal <= 120)`,
  )
  await watched.close()
}

function timeOf(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function mebibytes(value: number | null): string {
  return value === null ? 'unknown' : `${value.toFixed(0)} MiB`
}
