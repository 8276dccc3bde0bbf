import { savedItem } from '../../../../shared/contract/article.ts'
import type { Failure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import { damagedTexts } from '../library/damagedTexts.ts'
import { savedOf } from '../library/savedOf.ts'
import { mirrorAllAnew } from '../library/toMirror.ts'
import { libraryMigrations } from '../migrations/library/index.ts'
import { migrate, newestVersion, schemaVersion } from '../migrations/migrate.ts'
import { problemsOf } from '../profile/checkDatabase.ts'
import { makeSoleFile, openDatabase, prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { isOpenable } from '../openable.ts'
import { isBroken } from '../storeFailure.ts'

/** How much a library holds. */
export interface LibraryAmount {
  readonly saved: number
  readonly sources: number
}

/**
 * Looks whether a file that came from elsewhere is a library of ours, sound in every part, and brings it to the newest schema, ready to be
 * swapped in. Fails, in words, where it is not; the file is then to be let go.
 */
export function inspectLibrary(file: string): Result<LibraryAmount, Failure> {
  try {
    const looked = lookInto(file)
    if (!looked.ok) return looked
    const amount = bringUp(file)
    if (amount === null) return failed({ kind: 'backup-damaged' })
    makeSoleFile(file)
    return ok(amount)
  } catch (error) {
    if (isBroken(error)) return failed({ kind: 'backup-damaged' })
    throw error
  }
}

function lookInto(file: string): Result<null, Failure> {
  const library = openDatabase(file, { isDurable: false, isReadOnly: true })
  try {
    if (schemaVersion(library) > newestVersion(libraryMigrations)) return failed({ kind: 'backup-from-future' })
    if (problemsOf(library, 'full').length > 0 || !hasOurSchema(library) || damagedTexts(library).length > 0) {
      return failed({ kind: 'backup-damaged' })
    }
    return ok(null)
  } finally {
    library.close()
  }
}

function bringUp(file: string): LibraryAmount | null {
  const library = openDatabase(file, { isDurable: true, isReadOnly: false })
  try {
    migrate(library, libraryMigrations)
    mirrorAllAnew(library)
    const listed = savedOf(library, (work) => work()).list()
    const saved = listed.map(({ thumbnailHash, ...item }) => ({ ...item, thumbnail: thumbnailHash }))
    // What the contract would refuse later is refused now, and what no publisher's address can be.
    if (
      !saved.every((item) => savedItem.safeParse(item).success && isOpenable(item.sourceUrl) && (item.url === null || isOpenable(item.url)))
    )
      return null
    const sources = prepare<{ count: number }>(library, 'SELECT count(*) AS count FROM sources WHERE removed_at_ms IS NULL').get({})
    return { saved: saved.length, sources: sources?.count ?? 0 }
  } finally {
    library.close()
  }
}

/** Whether every table, index and trigger is one that our migrations make: a trigger of somebody else's would run with our rights. */
function hasOurSchema(library: Database): boolean {
  const ours = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
  try {
    const version = schemaVersion(library)
    migrate(
      ours,
      libraryMigrations.filter(({ number }) => number <= version),
    )
    return version > 0 && schemaOf(library) === schemaOf(ours)
  } finally {
    ours.close()
  }
}

function schemaOf(database: Database): string {
  const rows = prepare(
    database,
    "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
  )
  return JSON.stringify(rows.all({}))
}
