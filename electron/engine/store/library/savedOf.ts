import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'
import { savedTable, type SavedTable } from './saved.ts'
import { savedIndex } from './savedIndex.ts'
import { savedLists } from './savedLists.ts'
import { savedPictures } from './savedPictures.ts'
import { savedTags } from './savedTags.ts'

/** The saved items of a library, with all their parts. */
export function savedOf(library: Database, write: LibraryWriter): SavedTable {
  return savedTable(library, write, {
    index: savedIndex(library),
    tags: savedTags(library),
    pictures: savedPictures(library),
    lists: savedLists(library),
  })
}
