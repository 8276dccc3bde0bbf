import { setImmediate } from 'node:timers/promises'
import { completeCopy } from './completeCopy.ts'
import { fetchSavedPicture } from './fetchSavedPicture.ts'
import { createPatience, type Patience } from './patience.ts'
import type { SavingParts } from './savingParts.ts'

/** Of each kind, so many are looked at in a run. */
const AT_ONCE = 2_000

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
  const patience = createPatience(parts.now)
  let running: Promise<void> | null = null
  let isAsked = false

  async function run(): Promise<void> {
    await setImmediate()
    do {
      isAsked = false
      await lookOver(parts, patience).catch(parts.fault)
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

/** Pages first: they may bring pictures. What the cache has meanwhile is taken at once; a server in trouble is left alone for a while. */
async function lookOver(parts: UpkeepParts, patience: Patience): Promise<void> {
  // A refresh that ends while the engine closes asks for a look: the store may be closed by the time it begins.
  if (parts.stop.aborted || parts.store.isReadOnly) return
  const isOver = (): boolean => parts.stop.aborted || parts.isOffline()
  for (const id of parts.store.saved.wantingPage(AT_ONCE)) {
    if (isOver()) return
    const mayAsk = patience.mayAsk(id)
    const completion = await completeCopy(id, parts, mayAsk)
    if (completion !== 'later') parts.changed([id])
    else if (mayAsk) patience.failed(id)
  }
  const urls = new Set(parts.store.saved.pictures.missing(AT_ONCE).map((picture) => picture.url))
  for (const url of urls) {
    if (isOver()) return
    const mayAsk = patience.mayAsk(url)
    const ids = await fetchSavedPicture(url, parts, mayAsk)
    if (ids === 'later' && mayAsk) patience.failed(url)
    if (ids !== 'later' && ids.length > 0) parts.changed(ids)
  }
}
