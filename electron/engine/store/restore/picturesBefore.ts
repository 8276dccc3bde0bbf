import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase, prepare } from '../profile/database.ts'
import { LIBRARY_FILE } from '../profile/profileFolder.ts'
import { storeFailure } from '../storeFailure.ts'
import { restoreFolders } from './restoreFolder.ts'

/**
 * Which pictures the library shows that stood before the last restore: whoever undoes that must find them. Null where that cannot be
 * told: then none may be let go.
 */
export function picturesBefore(profile: string): Set<string> | null {
  const file = join(restoreFolders(profile).before, LIBRARY_FILE)
  if (!existsSync(file)) return new Set()
  try {
    return shownIn(file)
  } catch (error) {
    if (storeFailure(error) === null) throw error
    return null
  }
}

function shownIn(file: string): Set<string> {
  const library = openDatabase(file, { isDurable: false, isReadOnly: true })
  try {
    // A library of an older Newsdesk keeps no pictures.
    if (!prepare(library, "SELECT 1 FROM sqlite_schema WHERE name = 'saved_pictures'").get({})) return new Set()
    const rows = prepare<{ hash: string }>(library, 'SELECT DISTINCT hash FROM saved_pictures WHERE hash IS NOT NULL').all({})
    return new Set(rows.map(({ hash }) => hash))
  } finally {
    library.close()
  }
}
