import { join } from 'node:path'
import { isoTime } from '../../../../shared/time.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import type { KeptCollection } from '../library/collections.ts'
import type { KeptSource } from '../library/sources.ts'
import { lineOf } from './jsonLine.ts'
import { listsFileName, listsFiles, trimLists } from './listsFolder.ts'
import { placeFile } from './placeFile.ts'
import { sourceLine } from './sourceLine.ts'

/** What a person follows, and what they put saved items into, in their order. */
export interface Lists {
  readonly sources: readonly KeptSource[]
  readonly collections: readonly KeptCollection[]
}

/** Writes them as plain JSON, one on each line, into the file of the day. They are small, so all of it is written with each change. */
export async function writeLists(folder: string, lists: Lists, now: EpochMs): Promise<void> {
  const day = isoTime(now)?.slice(0, 10) ?? ''
  const newest = listsFiles(folder).at(-1)
  const number = newest?.day === day ? newest.number : (newest?.number ?? 0) + 1
  const text = textOf(lists, now)
  await placeFile(join(folder, listsFileName({ number, day })), (handle) => handle.writeFile(text))
  trimLists(folder)
}

/** The head says how many there are, so that what is damaged can be told from what was let go. */
function textOf({ sources, collections }: Lists, now: EpochMs): string {
  const amount = { sources: sources.length, collections: collections.length }
  const head = JSON.stringify({ format: 'newsdesk sources and collections', version: 1, writtenAt: isoTime(now), amount })
  const named = collections.map(({ id, name }) => lineOf({ id, name }))
  return `${head.slice(0, -1)},"sources":[\n${sources.map(sourceLine).join(',\n')}\n],"collections":[\n${named.join(',\n')}\n]}\n`
}
