import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MINUTE, durationOf, isoTime, SECOND } from '../../../../shared/time.ts'
import type { Clock, DurationMs } from '../../../../shared/time.ts'
import type { CollectionsTable } from '../library/collections.ts'
import type { SavedTable } from '../library/saved.ts'
import type { SourcesTable } from '../library/sources.ts'
import type { MirrorWork, ToMirror } from '../library/toMirror.ts'
import { mirrorFileName, mirrorGenerations, trimMirror } from './mirrorFolder.ts'
import type { MirrorFile, MirrorGeneration } from './mirrorFolder.ts'
import { idsOf } from './readMirror.ts'
import { writeLists } from './writeLists.ts'
import { writeSavedFile } from './writeSavedFile.ts'

/** What a mirror is made of. `fault`: where our own faults are written down. */
export interface MirrorParts {
  readonly folder: string
  readonly saved: Pick<SavedTable, 'get' | 'ids'>
  readonly sources: Pick<SourcesTable, 'list'>
  readonly collections: Pick<CollectionsTable, 'list'>
  readonly toMirror: ToMirror
  readonly now: Clock
  readonly fault: (fault: unknown) => void
}

/** Keeps plain files of what is saved and followed, at most a second behind. */
export interface Mirror {
  /** Something in the library may have changed. */
  soon(): void
  /** Answers when everything is written. */
  finish(): Promise<void>
  /** Writes no more; what is left is written after the next start. */
  stop(): void
}

/** Changes that come together are written together. */
const SOON = durationOf(0.3, SECOND)
/** After a fault, as of a full disk. */
const LATER = MINUTE
/** A file as small as this is written anew with each change; a larger one is left, and changes go into the next. */
const SMALL = 512 * 1024
/** Changes may come to this, or to half of their whole, before all is written anew. */
const MOST_CHANGES = 4 * 1024 * 1024

/** Makes a mirror and has it look at once whether something is left to write. */
export function createMirror(parts: MirrorParts): Mirror {
  const mirror = new LibraryMirror(parts)
  mirror.soon()
  return mirror
}

class LibraryMirror implements Mirror {
  readonly #parts: MirrorParts
  #timer: NodeJS.Timeout | null = null
  #writing: Promise<void> | null = null
  #whole: Promise<void> | null = null
  /** What was written as a change while a whole is under way, which may not have it. */
  readonly #changedMeanwhile = new Set<string>()
  #isStopped = false
  #wait: DurationMs = SOON

  constructor(parts: MirrorParts) {
    this.#parts = parts
  }

  soon(): void {
    if (this.#isStopped || this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#hasWork()) void this.#write()
    }, this.#wait)
    this.#timer.unref()
  }

  async finish(): Promise<void> {
    await this.#whole
    while (!this.#isStopped && this.#hasWork()) {
      const before = this.#parts.toMirror.work()
      await this.#write()
      await this.#whole
      const after = this.#parts.toMirror.work()
      // A disk that is full stays full: what is left is written after the next start.
      if (after.isWhole === before.isWhole && after.ids.length === before.ids.length && after.upTo === before.upTo) break
    }
    this.stop()
  }

  stop(): void {
    this.#isStopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #hasWork(): boolean {
    const { ids, isWhole, hasLists } = this.#parts.toMirror.work()
    return hasLists || ids.length > 0 || (isWhole && this.#whole === null)
  }

  /** One at a time; a call while one is under way waits for it and then has its own turn. */
  async #write(): Promise<void> {
    while (this.#writing !== null) await this.#writing
    if (this.#isStopped) return
    this.#writing = this.#writeWork().catch((fault: unknown) => this.#fail(fault))
    await this.#writing
    this.#writing = null
    this.soon()
  }

  #fail(fault: unknown): void {
    if (this.#isStopped) return
    this.#wait = LATER
    this.#parts.fault(fault)
  }

  async #writeWork(): Promise<void> {
    const { folder, toMirror, now } = this.#parts
    const work = toMirror.work()
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (work.hasLists) await this.#writeLists(work)
    if (!work.isWhole && work.ids.length === 0) return
    const today = isoTime(now())?.slice(0, 10) ?? ''
    const newest = mirrorGenerations(folder).findLast(({ whole }) => whole !== null) ?? null
    // A small whole is written again at once; a first one has no older one that could take changes meanwhile.
    if (newest === null || isSmall(newest)) return await this.#writeWhole(newest, today)
    if (work.ids.length > 0) await this.#writeChanges(newest, work)
    if (this.#whole === null && isDue(work.isWhole, newest, today)) {
      this.#whole = this.#writeWhole(newest, today)
        .catch((fault: unknown) => this.#fail(fault))
        .finally(() => (this.#whole = null))
    }
  }

  async #writeLists(work: Pick<MirrorWork, 'upTo'>): Promise<void> {
    const { folder, sources, collections, toMirror, now } = this.#parts
    await writeLists(folder, { sources: sources.list(), collections: collections.list() }, now())
    this.#wait = SOON
    toMirror.listsDone(work)
  }

  async #writeChanges(newest: MirrorGeneration, work: Pick<MirrorWork, 'ids' | 'upTo'>): Promise<void> {
    const { folder, toMirror } = this.#parts
    const last = newest.changes.at(-1) ?? null
    const continued = last !== null && last.bytes <= SMALL ? last : null
    const part = continued?.part ?? (last?.part ?? 0) + 1
    const ids = [...new Set([...(continued === null ? [] : idsOf(continued)), ...work.ids])]
    const path = join(folder, mirrorFileName({ generation: newest.number, day: newest.day, part }))
    if (this.#whole !== null) for (const id of work.ids) this.#changedMeanwhile.add(id)
    await writeSavedFile(path, this.#file(ids, false))
    this.#wait = SOON
    toMirror.done(work)
  }

  /** Writes everything, under a number of its own unless it takes the place of a small one of the day. */
  async #writeWhole(newest: MirrorGeneration | null, day: string): Promise<void> {
    const { folder, toMirror } = this.#parts
    this.#changedMeanwhile.clear()
    removeUnfinished(folder)
    const isInPlace = newest !== null && newest.day === day && isSmall(newest)
    const generation = isInPlace ? newest.number : (mirrorGenerations(folder).at(-1)?.number ?? 0) + 1
    const { upTo } = toMirror.work()
    await writeSavedFile(join(folder, mirrorFileName({ generation, day, part: 0 })), this.#file(this.#all(), true), () => {
      if (this.#isStopped) throw new Error('the mirror was stopped')
      // Noted before the whole takes its name: a kill between the two costs a second writing and loses nothing.
      toMirror.again([...this.#changedMeanwhile])
    })
    this.#wait = SOON
    toMirror.done({ upTo })
    toMirror.wholeDone()
    trimMirror(folder)
    this.soon()
  }

  /** Oldest first, so that what is read back in this order stands as it stood. */
  #all(): string[] {
    return this.#parts.saved.ids().toReversed()
  }

  #file(ids: readonly string[], isWhole: boolean) {
    const get = (id: string) => {
      if (this.#isStopped) throw new Error('the mirror was stopped')
      return this.#parts.saved.get(id)
    }
    return { ids, get, isWhole, writtenAt: this.#parts.now() }
  }
}

/** Whether a new generation is to be begun: there is none of the day, or changes have become many. */
function isDue(isWhole: boolean, newest: MirrorGeneration, today: string): boolean {
  const changed = newest.changes.reduce((sum, file) => sum + file.bytes, 0)
  return isWhole || newest.day !== today || changed > Math.max(MOST_CHANGES, bytesOf(newest.whole) / 2)
}

function isSmall({ whole, changes }: MirrorGeneration): boolean {
  return bytesOf(whole) <= SMALL && changes.length === 0
}

function bytesOf(file: MirrorFile | null): number {
  return file?.bytes ?? 0
}

/** What a process that died left half done. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.part'))) rmSync(join(folder, name), { force: true })
}
