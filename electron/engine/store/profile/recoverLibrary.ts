import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '../../../../shared/time.ts'
import { collectionsTable } from '../library/collections.ts'
import type { CollectionsTable } from '../library/collections.ts'
import type { SavedCopy } from '../library/savedCopy.ts'
import type { SavedTable } from '../library/saved.ts'
import { sourcesTable } from '../library/sources.ts'
import type { SourcesTable } from '../library/sources.ts'
import type { LibraryWriter } from '../library/libraryWriter.ts'
import { savedOf } from '../library/savedOf.ts'
import { mirrorAllAnew } from '../library/toMirror.ts'
import { readLists } from '../mirror/readLists.ts'
import { readMirror } from '../mirror/readMirror.ts'
import type { MirrorWord } from '../mirror/readMirror.ts'
import { libraryMigrations } from '../migrations/library/index.ts'
import { migrate } from '../migrations/migrate.ts'
import { inTransaction, makeSoleFile, openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { generationsOf } from './generations.ts'
import { LIBRARY_FILE, mirrorFolder } from './profileFolder.ts'
import { isTaken } from './refusal.ts'
import { safeCopy } from '../restore/safeCopy.ts'
import { syncFile, syncFolder } from './syncing.ts'
import { takeInLists } from './takeInLists.ts'

/** Where a library came back from. */
export type Recovery = 'from-copy' | 'from-mirror' | 'nothing'

/**
 * Makes a lost library anew, from its newest sound copy and what the mirror says beyond it. It is made aside and then put in place,
 * so that a kill on the way leaves all to be done again.
 */
export function recoverLibrary(profile: string, now: Clock): Recovery {
  const file = join(profile, LIBRARY_FILE)
  const unfinished = `${file}.part`
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + end, { force: true })
  const copy = generationsOf(profile).newestSound()
  if (copy !== null) copyFileSync(copy.file, unfinished)
  const mirrored = fill(unfinished, mirrorFolder(profile), { copiedAt: copy?.madeAt ?? 0, now })
  if (copy === null && mirrored === 0) {
    rmSync(unfinished, { force: true })
    return 'nothing'
  }
  makeSoleFile(unfinished)
  syncFile(unfinished)
  renameSync(unfinished, file)
  syncFolder(profile)
  return copy === null ? 'from-mirror' : 'from-copy'
}

/** Puts what the mirror says into a library; answers how many of its words are now true of it. */
function fill(file: string, mirror: string, { copiedAt, now }: { readonly copiedAt: number; readonly now: Clock }): number {
  const library = openDatabase(file, { isDurable: false, isReadOnly: false })
  try {
    migrate(library, libraryMigrations)
    return inTransaction(library, () => {
      const tables = tablesIn(library, now)
      let words = 0
      for (const word of readMirror(mirror)) if (takeIn(word, tables, copiedAt)) words += 1
      const lists = readLists(mirror)
      if (lists !== null && lists.writtenAt >= copiedAt) words += takeInLists(lists, tables)
      mirrorAllAnew(library)
      return words
    })
  } finally {
    library.close()
  }
}

/** What the copy has later than the mirror stays. */
function takeIn(word: MirrorWord, tables: Tables, copiedAt: number): boolean {
  const { saved } = tables
  const isLater = word.writtenAt >= copiedAt
  if (word.kind === 'removed') return isLater && saved.unsave(word.id) !== null
  if (word.kind === 'no-more') return isLater && letGoAllBut(word.ids, saved)
  const kept = saved.get(word.copy.id)
  if (kept !== null && (!isLater || isDeepStrictEqual(kept, word.copy))) return true
  return isTaken(() => save(safeCopy(word.copy), tables, isLater))
}

function letGoAllBut(ids: ReadonlySet<string>, saved: SavedTable): boolean {
  for (const id of saved.ids()) if (!ids.has(id)) saved.unsave(id)
  return ids.size > 0
}

function save(copy: SavedCopy, { saved, collections }: Tables, isLater: boolean): void {
  saved.save(copy)
  // The copy may have the collection under the name that it had before.
  if (isLater && copy.collectionId !== null && copy.collectionName !== null) collections.rename(copy.collectionId, copy.collectionName)
}

/** What the mirror's words are put into. */
interface Tables {
  readonly saved: SavedTable
  readonly collections: CollectionsTable
  readonly sources: SourcesTable
}

// All of it is one transaction already.
const write: LibraryWriter = (work) => work()

function tablesIn(library: Database, now: Clock): Tables {
  return { saved: savedOf(library, write), collections: collectionsTable(library, write), sources: sourcesTable(library, write, now) }
}
