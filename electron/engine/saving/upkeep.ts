import { setImmediate } from 'node:timers/promises'
import { completeCopy } from './completeCopy.ts'
import { fetchSavedPicture } from './fetchSavedPicture.ts'
import type { SavingParts } from './savingParts.ts'

/** Of each kind, so many are looked at in a run; the next run takes the others. */
const AT_ONCE = 200

/** Gets what saved items lack. */
export interface Upkeep {
  /** Looks in the background, after what is under way; at most one look waits. */
  readonly soon: () => void
  readonly settled: () => Promise<void>
}

/** What upkeep works with. */
export interface UpkeepParts extends SavingParts {
  readonly isOffline: () => boolean
  /** Hears which saved items changed. */
  readonly changed: (ids: readonly string[]) => void
  readonly fault: (fault: unknown) => void
}

/** Makes an upkeep that is at rest. */
export function createUpkeep(parts: UpkeepParts): Upkeep {
  let running: Promise<void> | null = null
  let isAsked = false

  async function run(): Promise<void> {
    await setImmediate()
    do {
      isAsked = false
      await lookOver(parts).catch(parts.fault)
    } while (isAsked && !parts.stop.aborted)
    running = null
  }

  return {
    soon: () => {
      isAsked = true
      running ??= run()
    },
    settled: async () => void (await running),
  }
}

/** Pages first: they may bring pictures. */
async function lookOver(parts: UpkeepParts): Promise<void> {
  if (parts.stop.aborted || parts.store.isReadOnly) return
  for (const id of parts.store.saved.wantingPage(AT_ONCE)) {
    if (parts.stop.aborted || parts.isOffline()) return
    if ((await completeCopy(id, parts)) !== 'later') parts.changed([id])
  }
  const urls = new Set(parts.store.saved.pictures.missing(AT_ONCE).map((picture) => picture.url))
  for (const url of urls) {
    if (parts.stop.aborted || parts.isOffline()) return
    const ids = await fetchSavedPicture(url, parts)
    if (ids.length > 0) parts.changed(ids)
  }
}
