import { setTimeout } from 'node:timers/promises'

/** A question that is asked of two; each answers how many rows it got, which must be the same. */
export interface Question {
  readonly name: string
  readonly ours: (call: number) => number
  readonly bare: (call: number) => number
}

/** Times in milliseconds. */
export interface Spread {
  readonly p50: number
  readonly p99: number
}

/** The median and the 99th percentile. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** Asks both in turn, so that the machine's moods meet both alike, and tells the times and their ratio. */
export function sideBySide({ name, ours, bare }: Question, calls: number): string {
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  for (let call = -5; call < calls; call += 1) {
    const took = { ours: timed(() => ours(call + 5)), bare: timed(() => bare(call + 5)) }
    if (took.ours.rows !== took.bare.rows) throw new Error(`${name}: ${took.ours.rows} rows, the bare SQL has ${took.bare.rows}`)
    if (call < 0) continue
    times.ours.push(took.ours.ms)
    times.bare.push(took.bare.ms)
  }
  const [we, they] = [spreadOf(times.ours), spreadOf(times.bare)]
  return `${name.padEnd(24)} ${pair(we).padEnd(22)} ${pair(they).padEnd(24)} ${(we.p50 / they.p50).toFixed(2)} / ${(we.p99 / they.p99).toFixed(2)}`
}

/** How late a timer of one millisecond comes on this machine when nothing is done: the 99th percentile. */
export async function idleControl(): Promise<number> {
  const late: number[] = []
  for (let turn = 0; turn < 300; turn += 1) {
    const from = performance.now()
    await setTimeout(1)
    late.push(performance.now() - from - 1)
  }
  return spreadOf(late).p99
}

function timed(work: () => number): { ms: number; rows: number } {
  const from = performance.now()
  const rows = work()
  return { ms: performance.now() - from, rows }
}

function pair({ p50, p99 }: Spread): string {
  return `${p50.toFixed(2)} / ${p99.toFixed(2)}`
}
