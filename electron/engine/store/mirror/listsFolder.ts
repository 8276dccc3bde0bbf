import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** How many are kept: the newest of each day on which something changed. */
const FILES_KEPT = 15

/** A file of sources and collections, whole. */
export interface ListsFile {
  readonly path: string
  /** Grows by one with each day, whatever the clock does. */
  readonly number: number
  /** As in `2026-01-15`. */
  readonly day: string
  readonly writtenAt: number
}

const NAME = /^sources-(\d{6,})-(\d{4}-\d\d-\d\d)\.json$/

/** What the file of a day is called. */
export function listsFileName({ number, day }: Pick<ListsFile, 'number' | 'day'>): string {
  return `sources-${String(number).padStart(6, '0')}-${day}.json`
}

/** The files in a folder, oldest first. */
export function listsFiles(folder: string): ListsFile[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).flatMap((name) => {
    const [, number, day] = NAME.exec(name) ?? []
    if (number === undefined || day === undefined) return []
    const path = join(folder, name)
    return [{ path, number: Number(number), day, writtenAt: statSync(path).mtimeMs }]
  })
  return files.toSorted((a, b) => a.number - b.number)
}

/** Lets go days beyond {@link FILES_KEPT}. */
export function trimLists(folder: string): void {
  for (const { path } of listsFiles(folder).slice(0, -FILES_KEPT)) rmSync(path, { force: true })
}
