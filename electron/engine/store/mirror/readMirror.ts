import { closeSync, openSync, readSync } from 'node:fs'
import type { SavedCopy } from '../library/savedCopy.ts'
import { mirrorGenerations } from './mirrorFolder.ts'
import type { MirrorFile } from './mirrorFolder.ts'
import { copyOfLine } from './savedLine.ts'

/** What the mirror says, one after the other: later words on an item count. */
export type MirrorWord =
  | { readonly kind: 'saved'; readonly copy: SavedCopy; readonly writtenAt: number }
  | { readonly kind: 'removed'; readonly id: string; readonly writtenAt: number }
  /** What was said so far is all that is saved. */
  | { readonly kind: 'no-more'; readonly ids: ReadonlySet<string>; readonly writtenAt: number }

const CHUNK = 1024 * 1024
const FIRST_OF_FILE = /^\{"format":"newsdesk saved items",/

/**
 * Reads the newest generation whose whole can be read, and all changes since. Holds one line at a time; a damaged line is
 * passed over.
 */
export function* readMirror(folder: string): Iterable<MirrorWord> {
  const generations = mirrorGenerations(folder)
  const newest = generations.findLastIndex(({ whole }) => whole !== null && isReadable(whole))
  for (const { whole, changes } of generations.slice(Math.max(newest, 0))) {
    for (const file of [whole, ...changes]) if (file !== null) yield* wordsOf(file)
  }
}

/** The ids that a file of changes speaks of. */
export function idsOf(file: MirrorFile): string[] {
  return [...wordsOf(file)].flatMap((word) => (word.kind === 'saved' ? [word.copy.id] : word.kind === 'removed' ? [word.id] : []))
}

/** A file that was cut off ends otherwise; one that was overwritten begins otherwise. */
function isReadable(file: MirrorFile): boolean {
  let last = ''
  let isOurs = false
  let count = 0
  for (const line of linesOf(file.path)) {
    if (count === 0) isOurs = FIRST_OF_FILE.test(line)
    count += 1
    if (line !== '') last = line
  }
  return isOurs && last === ']}'
}

function* wordsOf({ path, writtenAt }: MirrorFile): Iterable<MirrorWord> {
  let head: Head | null = null
  const ids = new Set<string>()
  for (const line of linesOf(path)) {
    if (head === null) {
      head = headOf(line)
      for (const id of head.removed) yield { kind: 'removed', id, writtenAt }
      continue
    }
    const copy = line.startsWith('{"id"') ? copyOfLine(line.replace(/,$/, '')) : null
    if (copy === null) continue
    ids.add(copy.id)
    yield { kind: 'saved', copy, writtenAt }
  }
  // Where a line was damaged, nothing follows from what is missing.
  if (head?.saved === ids.size) yield { kind: 'no-more', ids, writtenAt }
}

/** What stands before the items. `saved`: how many a whole holds. */
interface Head {
  readonly saved: number | null
  readonly removed: readonly string[]
}

function headOf(line: string): Head {
  try {
    const { saved, removed } = JSON.parse(`${line}]}`) as Readonly<Record<string, unknown>>
    const ids = Array.isArray(removed) ? removed.filter((id) => typeof id === 'string') : []
    return { saved: typeof saved === 'number' ? saved : null, removed: ids }
  } catch {
    return { saved: null, removed: [] }
  }
}

function* linesOf(path: string): Iterable<string> {
  const descriptor = openSync(path, 'r')
  try {
    const chunk = Buffer.alloc(CHUNK)
    let pieces: Buffer[] = []
    for (let length = readSync(descriptor, chunk); length > 0; length = readSync(descriptor, chunk)) {
      let from = 0
      for (let end = chunk.indexOf(10); end !== -1 && end < length; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...pieces, chunk.subarray(from, end)]).toString()
        pieces = []
        from = end + 1
      }
      pieces.push(Buffer.from(chunk.subarray(from, length)))
    }
    yield Buffer.concat(pieces).toString()
  } finally {
    closeSync(descriptor)
  }
}
