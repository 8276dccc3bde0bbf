import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { indexableText } from '../search/words.ts'
import type { SavedCopy } from './savedCopy.ts'

/** The search index of saved items, kept with every change of one, so that what is saved is found at once. */
export interface SavedIndex {
  put(saved: number, copy: SavedCopy): void
  remove(saved: number): void
}

/** The table of the index. Notes, tags and the collection's name are searched with the text. */
export function savedIndex(database: Database): SavedIndex {
  const put = prepare(
    database,
    `INSERT OR REPLACE INTO saved_index (rowid, title, body, about)
     VALUES (:saved, :title, :body, :about)`,
  )
  const remove = prepare(database, 'DELETE FROM saved_index WHERE rowid = :saved')
  return {
    put: (saved, copy) =>
      void put.run({
        saved,
        title: indexableText(copy.title),
        body: indexableText(`${copy.text}\n${copy.note}`),
        about: indexableText([copy.sourceTitle, copy.author ?? '', ...copy.categories, ...copy.tags, copy.collectionName ?? ''].join('\n')),
      }),
    remove: (saved) => void remove.run({ saved }),
  }
}
