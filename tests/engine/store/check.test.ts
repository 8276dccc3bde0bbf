import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../../electron/engine/store/store.ts'
import { draftOf, followed, indexed, kept, savedCopyOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

/** A store with two articles and a saved item, one of whose files was changed by somebody else. */
function meddledWith(file: 'cache.sqlite' | 'library.sqlite', sql: string): Store {
  const profile = temporaryFolder()
  const store = openedStore(profile)
  kept(store, followed(store), [draftOf('launch'), draftOf('merger')])
  store.saved.save(savedCopyOf('one'))
  indexed(store)
  const database = new DatabaseSync(join(profile, file))
  database.exec(sql)
  database.close()
  return store
}

describe('checkStore', () => {
  it('finds nothing where nobody meddled', () => {
    expect(meddledWith('cache.sqlite', '').check()).toEqual([])
  })

  it.each([
    ['source-counts', 1, 'UPDATE cached_sources SET total = total + 1'],
    ['read-marks', 2, 'INSERT INTO read_state (article_id, read_at_ms) SELECT id, 1 FROM articles'],
    ['not-indexed', 2, 'DELETE FROM article_index'],
  ])('finds %s', (kind, count, sql) => {
    expect(meddledWith('cache.sqlite', sql).check()).toEqual([{ kind, count, detail: null }])
  })

  it('finds a saved item that search does not know', () => {
    expect(meddledWith('library.sqlite', 'DELETE FROM saved_index').check()).toEqual([
      { kind: 'saved-not-indexed', count: 1, detail: null },
    ])
  })

  it('names the saved item whose text is damaged', () => {
    const damage = 'UPDATE saved_texts SET checksum = checksum + 1'
    expect(meddledWith('library.sqlite', damage).check()).toEqual([{ kind: 'saved-damaged', count: 1, detail: 'saved-one' }])
  })
})
