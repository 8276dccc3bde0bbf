import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digits, median, medianAndSpread, printTable, quantile } from '../figures.ts'
import { watchedEngine, watchPort, type WatchedEngine } from './engineUnderWatch.ts'
import { importFeeds, message, startHelper } from './feeds.ts'

const usage = 'refresh [--feeds N] [--entries N] [--rounds N]'

/** What one refresh took. Times in milliseconds. */
interface Measured {
  readonly floor: number
  readonly listed: number
  readonly indexed: number
  readonly port: readonly number[]
  readonly peak: number | null
}

/** Refreshes many feeds on loopback: first, when nothing changed, and a day later; against fetching the same bytes and doing nothing. */
export async function run(args: readonly string[]): Promise<void> {
  const option = (name: string, otherwise: number): number => Number(args[args.indexOf(`--${name}`) + 1 || args.length] ?? otherwise)
  const [feeds, entries, rounds] = [option('feeds', 500), option('entries', 40), option('rounds', 3)]
  if (![feeds, entries, rounds].every((value) => value > 0)) throw new Error(usage)
  const results: Record<'first' | 'all-304' | 'day', Measured[]> = { first: [], 'all-304': [], day: [] }
  const idle: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = startHelper('./feedServer.ts', [String(feeds), String(entries)])
    const { ports, bytes } = await message<{ ports: number[]; bytes: number }>(server)
    if (round === 0)
      console.log(`${feeds} feeds of ${entries} entries, ${digits(bytes / 2 ** 20)} MiB gzip, ${rounds} rounds; medians, with the spread`)
    const profile = mkdtempSync(join(tmpdir(), 'bench-refresh-'))
    const watched = await watchedEngine(profile)
    idle.push(...(await idleAnswers(watched)))
    await importFeeds(watched.engine, ports)
    results.first.push(await measure(watched, ports, null))
    results['all-304'].push(await measure(watched, ports, '"first"'))
    server.send({ day: 0.05 })
    await message(server)
    results.day.push(await measure(watched, ports, '"first"'))
    await watched.close()
    server.kill()
    rmSync(profile, { recursive: true })
  }
  report(results, idle)
}

async function measure(watched: WatchedEngine, ports: readonly number[], etag: string | null): Promise<Measured> {
  const { engine } = watched
  const floor = await fetchFloor(ports, etag)
  const watch = watchPort(engine)
  const startedAt = performance.now()
  const answer = await engine.call('refresh', { force: true })
  const listed = performance.now() - startedAt
  if (!answer.ok || answer.value.failed.length > 0) throw new Error(`the refresh failed: ${JSON.stringify(answer).slice(0, 300)}`)
  await untilIndexed(engine)
  const indexed = performance.now() - startedAt
  return { floor, listed, indexed, port: await watch.stop(), peak: watched.memory().peak }
}

async function untilIndexed(engine: WatchedEngine['engine']): Promise<void> {
  for (;;) {
    const status = await engine.call('getStatus', {})
    if (status.ok && status.value.toIndex === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function idleAnswers({ engine }: WatchedEngine): Promise<readonly number[]> {
  const watch = watchPort(engine)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  return watch.stop()
}

async function fetchFloor(ports: readonly number[], etag: string | null): Promise<number> {
  const child = startHelper('./floor.ts', [])
  child.send({ ports, etag })
  const { tookMs } = await message<{ tookMs: number }>(child)
  child.kill()
  return tookMs
}

function report(results: Record<string, readonly Measured[]>, idle: readonly number[]): void {
  const rows = Object.entries(results).map(([name, rounds]) => {
    const times = rounds.flatMap((one) => one.port)
    return [
      name,
      medianAndSpread(rounds.map((one) => one.floor)),
      medianAndSpread(rounds.map((one) => one.listed)),
      `${digits(median(rounds.map((one) => one.listed / one.floor)))}×`,
      medianAndSpread(rounds.map((one) => one.indexed)),
      `${digits(median(rounds.map((one) => one.indexed / one.floor)))}×`,
      `${digits(quantile(times, 0.5))} / ${digits(quantile(times, 0.99))} / ${digits(Math.max(...times))}`,
      digits(median(rounds.map((one) => one.peak ?? Number.NaN))),
    ]
  })
  printTable(['refresh', 'floor ms', 'listed ms', 'ratio', 'indexed ms', 'ratio', 'port p50/p99/max ms', 'peak MiB'], rows)
  console.log(
    `idle control of the port: ${digits(quantile(idle, 0.5))} / ${digits(quantile(idle, 0.99))} / ${digits(Math.max(...idle))} ms`,
  )
}
