import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ProfileNotice } from '../../../../shared/contract/status.ts'
import type { ProfileFailure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import type { Clock } from '../../../../shared/time.ts'
import { cacheMigrations } from '../migrations/cache/index.ts'
import { libraryMigrations } from '../migrations/library/index.ts'
import { migrate } from '../migrations/migrate.ts'
import { swapWaiting } from '../restore/swapLibrary.ts'
import { storeFailure } from '../storeFailure.ts'
import { closing } from './closing.ts'
import { keepJournalSmall, openDatabase } from './database.ts'
import type { Database } from './database.ts'
import { fileFromFuture } from './fromFuture.ts'
import { generationsOf } from './generations.ts'
import { notices } from './notices.ts'
import type { OpenProfile, WriteRefusal } from './openedProfile.ts'
import { claimProfile } from './owner.ts'
import { CACHE_FILE, LIBRARY_FILE, forbiddenPart, openFolder, protectFiles } from './profileFolder.ts'
import { openToRead } from './readOnlyProfile.ts'
import { recoverLibrary } from './recoverLibrary.ts'
import { isDiskFull, isDiskNearlyFull, makeReserve } from './reserve.ts'
import type { Reserve } from './reserve.ts'
import { openSound } from './soundDatabase.ts'

/** What {@link openProfile} is told. `isReadOnlyAllowed`: a profile that cannot be written may be opened for reading (default). */
export interface ProfileOptions {
  readonly profile: string
  readonly now: Clock
  readonly isReadOnlyAllowed?: boolean | undefined
}

/** Opens a profile: claims it, heals what is broken, and brings both databases to the newest schema. */
export function openProfile({ profile, now, isReadOnlyAllowed = true }: ProfileOptions): Result<OpenProfile, ProfileFailure> {
  if (profile === ':memory:') return ok(inMemory())
  const access = openFolder(profile)
  const forbidden = forbiddenPart(profile, access)
  if (forbidden !== null) return failed({ kind: 'profile-forbidden', file: forbidden })
  const future = fileFromFuture(profile)
  if (future !== null) return failed({ kind: 'profile-from-future', file: future })
  const opened = access === 'writable' ? openToWrite(profile, now) : failed<ProfileFailure>({ kind: 'profile-read-only' })
  if (opened.ok || access === 'none' || !isReadOnlyAllowed || !hasContent(join(profile, LIBRARY_FILE))) return opened
  return isWriteRefusal(opened.failure) ? openToRead(profile, opened.failure) : opened
}

function isWriteRefusal(failure: ProfileFailure): failure is WriteRefusal {
  return failure.kind === 'profile-read-only' || failure.kind === 'disk-full'
}

function openToWrite(profile: string, now: Clock): Result<OpenProfile, ProfileFailure> {
  const claim = claimProfile(profile)
  if (!claim.ok) return claim
  const reserve = makeReserve(profile)
  try {
    swapWaiting(profile)
    return ok(openBoth(profile, now, reserve, claim.value.letGo))
  } catch (error) {
    const failure = storeFailure(error)
    if (failure?.kind === 'disk-full' && reserve.release()) return again(profile, now, claim.value.letGo)
    claim.value.letGo()
    if (!failure) throw error
    return failed(failure)
  }
}

/** SQLite needs a little room even to open; the reserve gave it. */
function again(profile: string, now: Clock, letGo: () => void): Result<OpenProfile, ProfileFailure> {
  try {
    return ok(openBoth(profile, now, makeReserve(profile), letGo))
  } catch (error) {
    letGo()
    const failure = storeFailure(error)
    if (!failure) throw error
    return failed(failure)
  }
}

function openBoth(profile: string, now: Clock, reserve: Reserve, letGo: () => void): OpenProfile {
  const told: ProfileNotice[] = []
  const library = openLibrary(profile, now, told)
  try {
    const cache = openCache(profile, now, told)
    protectFiles(profile)
    // Journals that grow take the room that is needed to bring them in.
    if (isDiskFull(profile)) for (const database of [library, cache]) keepJournalSmall(database)
    if (isDiskNearlyFull(profile)) told.push(notices.diskNearlyFull)
    return { folder: profile, library, cache, reserve, notices: told, refusal: null, close: closing([cache, library], letGo) }
  } catch (error) {
    library.close()
    throw error
  }
}

/** A library that is gone or broken comes back from its newest sound copy and the mirror; what is broken is kept beside it. */
function openLibrary(profile: string, now: Clock, told: ProfileNotice[]): Database {
  const file = join(profile, LIBRARY_FILE)
  const plan = { file, name: 'library', isDurable: true, migrations: libraryMigrations, generations: generationsOf(profile), now } as const
  if (!hasContent(file)) {
    const recovered = recoverLibrary(profile, now)
    if (recovered !== 'nothing') told.push(recoveryNotices[recovered])
    else if (hasContent(join(profile, CACHE_FILE))) told.push(notices.libraryLost)
  }
  return openSound(plan, () => void told.push(recoveryNotices[recoverLibrary(profile, now)]))
}

const recoveryNotices = {
  'from-copy': notices.libraryRestored,
  'from-mirror': notices.libraryFromMirror,
  nothing: notices.libraryLost,
} as const

function openCache(profile: string, now: Clock, told: ProfileNotice[]): Database {
  const file = join(profile, CACHE_FILE)
  const plan = { file, name: 'cache', isDurable: false, migrations: cacheMigrations, generations: generationsOf(profile), now } as const
  return openSound(plan, () => void told.push(notices.cacheRebuilt))
}

function inMemory(): OpenProfile {
  const library = openDatabase(':memory:', { isDurable: true, isReadOnly: false })
  const cache = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
  migrate(library, libraryMigrations)
  migrate(cache, cacheMigrations)
  const close = closing([cache, library], () => {})
  return { folder: null, library, cache, reserve: makeReserve(null), notices: [], refusal: null, close }
}

function hasContent(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0
}
