import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { parseArgs } from 'node:util'
import { buildWhenStale } from '../../../build/build.ts'
import { openDisplay } from '../../app/display.ts'
import { electronRuntime, electronVersion } from '../../app/electronApp.ts'
import { packageMissing, packagedApp, withEngine, withInspection } from '../../app/packagedApp.ts'
import { digits, median, medianAndSpread, printTable } from '../figures.ts'
import { makeEmptyElectron } from '../start/emptyElectron.ts'
import { storedNews } from '../start/storedNews.ts'
import { startAndWatch } from './watchedStart.ts'
import type { StartFigures } from './watchedStart.ts'

interface Round {
  readonly empty: StartFigures
  readonly ours: StartFigures
}

/**
 * P9 in the packaged app: process start to the first row painted, to the window, the main process's own time until then, and the memory
 * of all processes after a minute of idling, against an empty window on the same Electron in the same round. The first start of each is
 * not counted. `--articles N`, `--rounds N`, `--idle SECONDS`, `--profile DIR` for one that is there.
 */
export async function run(args: string[]): Promise<void> {
  if (packageMissing !== null) return console.log(`Nothing was measured: ${packageMissing}.`)
  const options = {
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    idle: { type: 'string', default: '60' },
    profile: { type: 'string' },
  } as const
  const { values } = parseArgs({ args, options })
  await buildWhenStale()
  const profile = values.profile ?? storedNews(Number(values.articles))
  console.log(
    `${values.articles} articles, ${values.rounds} rounds, Electron ${electronVersion(electronRuntime ?? '')}; load ${load()} at the start`,
  )
  const rounds = await measure(profile, Number(values.rounds), Number(values.idle) * 1000)
  printTable(
    ['', 'empty', 'newsdesk', 'ratio', 'goal'],
    [
      row('process start to first row, ms', rounds, ({ toFirstRow }) => toFirstRow, '<= 1.5x'),
      row('process start to window, ms', rounds, ({ toWindow }) => toWindow, ''),
      row('main process until window, ms of CPU', rounds, ({ mainCpu }) => mainCpu, ''),
      row(`memory after ${values.idle} s idle, MiB`, rounds.slice(-1), ({ memory }) => memory, ''),
    ],
  )
  console.log(`load ${load()} at the end`)
}

async function measure(profile: string, count: number, idle: number): Promise<readonly Round[]> {
  const display = await openDisplay()
  Object.assign(env, display.env)
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-bench-desktop-'))
  try {
    const { executable } = await withInspection(await withEngine(packagedApp()))
    const empty = makeEmptyElectron(folder, [join(electronRuntime ?? '', 'electron')])
    const round = async (waits: number | null): Promise<Round> => ({
      empty: await startAndWatch(empty.executable, [...empty.args, `--user-data-dir=${join(folder, 'user-data')}`], waits),
      ours: await startAndWatch(executable, ['--profile', profile], waits),
    })
    await round(null)
    const rounds: Round[] = []
    for (let done = 1; done <= count; done += 1) rounds.push(await round(done === count ? idle : null))
    return rounds
  } finally {
    display.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function row(name: string, rounds: readonly Round[], figure: (start: StartFigures) => number | null, goal: string): string[] {
  const empty = rounds.map((round) => figure(round.empty))
  const ours = rounds.map((round) => figure(round.ours))
  const ratios = ours.map((one, at) => (one ?? Number.NaN) / (empty[at] ?? Number.NaN)).filter((ratio) => Number.isFinite(ratio))
  return [name, said(empty), said(ours), ratios.length === 0 ? '' : `${digits(median(ratios))}x`, goal]
}

function said(figures: readonly (number | null)[]): string {
  const told = figures.filter((figure) => figure !== null)
  return told.length === 0 ? 'unknown' : medianAndSpread(told)
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? 'unknown'
}
