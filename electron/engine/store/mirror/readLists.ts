import { readFileSync } from 'node:fs'
import type { KeptCollection } from '../library/collections.ts'
import { saidIn } from './jsonLine.ts'
import { listsFiles } from './listsFolder.ts'
import type { ListsFile } from './listsFolder.ts'
import { sourceOfLine } from './sourceLine.ts'
import type { Lists } from './writeLists.ts'

/** What the mirror says of sources and collections. `isWhole`: no line was damaged, so that what is not in it was let go. */
export interface MirroredLists extends Lists {
  readonly isWhole: boolean
  readonly writtenAt: number
}

const FIRST_OF_FILE = /^\{"format":"newsdesk sources and collections",/
const BETWEEN = '],"collections":['
const END = ']}'

/** Reads the newest file that was not cut off or overwritten; null where there is none. A damaged line is passed over. */
export function readLists(folder: string): MirroredLists | null {
  for (const file of listsFiles(folder).toReversed()) {
    const lists = listsIn(file)
    if (lists !== null) return lists
  }
  return null
}

function listsIn({ path, writtenAt }: ListsFile): MirroredLists | null {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  const between = lines.indexOf(BETWEEN)
  if (!FIRST_OF_FILE.test(head) || between === -1 || lines.at(-1) !== END) return null
  const sources = lines.slice(0, between).flatMap((line) => sourceOfLine(withoutComma(line)) ?? [])
  const collections = lines.slice(between + 1, -1).flatMap((line) => collectionOfLine(withoutComma(line)) ?? [])
  const amount = saidIn(`${head}]}`)?.['amount']
  const isWhole = JSON.stringify(amount) === JSON.stringify({ sources: sources.length, collections: collections.length })
  return { sources, collections, isWhole, writtenAt }
}

function collectionOfLine(line: string): KeptCollection | null {
  const { id, name } = saidIn(line) ?? {}
  return typeof id === 'string' && id !== '' && typeof name === 'string' && name !== '' ? { id, name } : null
}

function withoutComma(line: string): string {
  return line.replace(/,$/, '')
}
