import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { draftOf, followed, indexed, kept, savedCopyOf } from './news.ts'
import { openedStore, temporaryFolder } from './profiles.ts'

/** A profile with two articles and a saved item, changed from outside between two openings. */
function meddledWith(cache: string, library = ''): ReturnType<typeof openedStore> {
  const profile = temporaryFolder()
  const store = openedStore(profile)
  kept(store, followed(store), [draftOf('launch'), draftOf('merger')])
  store.saved.save(savedCopyOf('one'))
  indexed(store)
  store.close()
  for (const [file, sql] of [
    ['cache.sqlite', cache],
    ['library.sqlite', library],
  ] as const) {
    const database = new DatabaseSync(join(profile, file))
    database.exec(sql)
    database.close()
  }
  return openedStore(profile)
}

describe('checkStore', () => {
  it('finds nothing where nobody meddled', () => {
    expect(meddledWith('').check()).toEqual([])
  })

  it.each([
    ['source-counts', 1, 'UPDATE cached_sources SET total = total + 1'],
    ['read-marks', 2, 'INSERT INTO read_state (article_id, read_at_ms) SELECT id, 1 FROM articles'],
    ['not-indexed', 2, 'DELETE FROM article_index'],
  ])('finds %s', (kind, count, sql) => {
    expect(meddledWith(sql).check()).toEqual([{ kind, count, detail: null }])
  })

  it('names the saved item whose text is damaged', () => {
    const damage = 'UPDATE saved_texts SET checksum = checksum + 1'
    expect(meddledWith('', damage).check()).toEqual([{ kind: 'saved-damaged', count: 1, detail: 'saved-one' }])
  })
})
