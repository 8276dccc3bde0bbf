import { setImmediate } from 'node:timers/promises'
import { DAY, HOUR, SECOND, between, durationOf, type DurationMs } from '../../../shared/time.ts'
import type { PictureFile } from '../store/cache/pictures.ts'
import type { OfflineParts } from './offlineParts.ts'

/** The start has better things to do. */
const FIRST_LOOK: DurationMs = durationOf(15, SECOND)
const LOOKS_EVERY: DurationMs = durationOf(6, HOUR)
/** A file whose time of change says nothing may still have gone bad on the disk: its bytes are compared this often. */
const COMPARED_EVERY: DurationMs = durationOf(14, DAY)
/** So many bytes of a run are compared for no reason but their age. */
const COMPARED_AT_ONCE = 256 * 1024 ** 2
const SLICE = 64
const JUDGED_AT_ONCE = 50

/** Looks whether stored pictures are whole, and turns the verdict of articles whose pictures are not. */
export interface PictureCheck {
  readonly start: () => void
  readonly stop: () => void
  /** One file, by its bytes. True for a hash that nothing is stored under: there is nothing to turn. */
  readonly one: (hash: string) => Promise<boolean>
  /** These addresses' files: those that changed since they were compared, by their bytes. */
  readonly ofUrls: (urls: readonly string[]) => Promise<void>
  /** All files, as `ofUrls` does; answers how many were damaged. Joins a run under way. */
  readonly all: () => Promise<number>
}

/**
 * Makes a check that is not started.
 *
 * @param tidy follows each look that comes by itself.
 */
export function createPictureCheck(parts: OfflineParts, tidy: () => Promise<void>): PictureCheck {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<number> | null = null
  const all = (): Promise<number> => (running ??= checkAll(0, parts).finally(() => (running = null)))

  function runIn(time: DurationMs): void {
    timer = setTimeout(() => {
      // Nobody waits for this one, so it compares bytes for their age as well.
      checkAll(COMPARED_AT_ONCE, parts).then(tidy).catch(parts.fault)
      runIn(LOOKS_EVERY)
    }, time)
    timer.unref()
  }

  return {
    all,
    start: () => runIn(FIRST_LOOK),
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
    one: async (hash) => {
      const file = parts.store.pictures.file(hash)
      return file === null || isWhole(file, true, parts)
    },
    ofUrls: async (urls) => {
      const hashes = new Set([...parts.store.pictures.known(urls).values()].flatMap((picture) => picture?.hash ?? []))
      const files = [...hashes].map((hash) => parts.store.pictures.file(hash)).filter((file) => file !== null)
      await Promise.all(files.map((file) => isWhole(file, false, parts)))
    },
  }
}

/** @param mostCompared so many bytes may be compared for no reason but their age. */
async function checkAll(mostCompared: number, parts: OfflineParts): Promise<number> {
  const { store, now, stop } = parts
  await judgeThoseOfEarlierBuilds(parts)
  let damaged = 0
  let compared = 0
  for (let after = ''; !stop.aborted;) {
    const files = store.pictures.filesAfter(after, SLICE)
    const answers = await Promise.all(
      files.map((file) => {
        const isDeep = compared < mostCompared && between(file.verifiedAt, now()) > COMPARED_EVERY
        if (isDeep) compared += file.bytes
        return isWhole(file, isDeep, parts)
      }),
    )
    damaged += answers.filter((whole) => !whole).length
    after = files.at(-1)?.hash ?? ''
    if (files.length < SLICE) break
    await setImmediate()
  }
  return damaged
}

async function isWhole(file: PictureFile, isDeep: boolean, parts: OfflineParts): Promise<boolean> {
  const { store, files, now, stop } = parts
  const found = await files.look(file, isDeep)
  if (stop.aborted || store.isReadOnly) return found !== null
  if (found === null) loseFile(file.hash, parts)
  else if (isDeep || found.changedAt !== file.changedAt) store.pictures.verified(file.hash, found.changedAt, now())
  return found !== null
}

/** The bytes are not those of the hash: they are forgotten, and every article that shows them is told so. The next refresh fetches them. */
function loseFile(hash: string, { store, now, changed }: OfflineParts): void {
  const ids = store.articles.articlesShowing(hash)
  store.pictures.lose(hash, 'damaged', now())
  const turned = store.articles.refreshOffline(ids)
  if (turned.length > 0) changed(turned)
}

async function judgeThoseOfEarlierBuilds({ store, stop, changed }: OfflineParts): Promise<void> {
  while (!stop.aborted && !store.isReadOnly) {
    const ids = store.articles.toJudge(JUDGED_AT_ONCE)
    if (ids.length === 0) return
    const turned = store.articles.refreshOffline(ids)
    store.articles.judged(ids)
    if (turned.length > 0) changed(turned)
    await setImmediate()
  }
}
