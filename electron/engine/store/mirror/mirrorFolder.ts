import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How many generations are kept: the newest of each day on which something changed. */
const GENERATIONS_KEPT = 15

/** A file of the mirror. */
export interface MirrorFile {
  readonly path: string
  /** Grows by one with each whole, whatever the clock does. */
  readonly generation: number
  /** The day of its whole, as in `2026-01-15`. */
  readonly day: string
  /** 0: the whole. From 1 on: what changed since, in this order. */
  readonly part: number
  readonly bytes: number
  readonly writtenAt: number
}

/** A whole and what changed since. `whole` is null where only changes are left. */
export interface MirrorGeneration {
  readonly number: number
  readonly day: string
  readonly whole: MirrorFile | null
  readonly changes: readonly MirrorFile[]
}

const NAME = /^saved-(\d{6,})-(\d{4}-\d\d-\d\d)(?:-changes-(\d{4,}))?\.json$/

/** What a file of the mirror is called. */
export function mirrorFileName({ generation, day, part }: Pick<MirrorFile, 'generation' | 'day' | 'part'>): string {
  const whole = `saved-${String(generation).padStart(6, '0')}-${day}`
  return part === 0 ? `${whole}.json` : `${whole}-changes-${String(part).padStart(4, '0')}.json`
}

/** The generations in a folder, oldest first. */
export function mirrorGenerations(folder: string): MirrorGeneration[] {
  const byNumber = Map.groupBy(mirrorFiles(folder), (file) => file.generation)
  return [...byNumber]
    .toSorted(([a], [b]) => a - b)
    .map(([number, files]) => ({
      number,
      day: files[0]?.day ?? '',
      whole: files.find((file) => file.part === 0) ?? null,
      changes: files.filter((file) => file.part > 0).toSorted((a, b) => a.part - b.part),
    }))
}

/** Lets go what a newer whole of the same day replaced, and days beyond {@link GENERATIONS_KEPT}. */
export function trimMirror(folder: string): void {
  const generations = mirrorGenerations(folder)
  const lastOfDay = new Map(generations.filter((one) => one.whole !== null).map((one) => [one.day, one.number]))
  const kept = new Set([...lastOfDay.values()].toSorted((a, b) => a - b).slice(-GENERATIONS_KEPT))
  for (const { number, whole, changes } of generations) {
    if (kept.has(number)) continue
    for (const file of [whole, ...changes]) if (file !== null) rmSync(file.path, { force: true })
  }
}

function mirrorFiles(folder: string): MirrorFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const [, generation, day, part = '0'] = NAME.exec(name) ?? []
    if (generation === undefined || day === undefined) return []
    const path = join(folder, name)
    const { size, mtimeMs } = statSync(path)
    return [{ path, generation: Number(generation), day, part: Number(part), bytes: size, writtenAt: mtimeMs }]
  })
}
