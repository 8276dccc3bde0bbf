import type { RefreshReport, RefreshState } from '../../../shared/contract/status.ts'
import type { Failure, ProfileFailure } from '../../../shared/failures.ts'
import { failureSentence } from '../../../shared/failureSentence.ts'
import { between, type EpochMs } from '../../../shared/time.ts'
import type { KeptSource } from '../store/library/sources.ts'
import { storeFailure } from '../store/store.ts'
import { completeArticles, type StoredDocument } from './completeArticles.ts'
import { failedOutcome, type SourceOutcome } from './outcome.ts'
import type { RefreshParts } from './refreshParts.ts'
import { noteFailure, refreshSource, type StoringListener } from './refreshSource.ts'

/** What a refresher tells while it works. */
export interface RefreshListener extends StoringListener {
  readonly progress: (state: RefreshState) => void
  /** A source has been asked, for better or worse. */
  readonly asked: (sourceId: string) => void
  /** A round is over. */
  readonly finished: (outcomes: readonly SourceOutcome[]) => void
  /** A fault of ours in one source's refresh. */
  readonly fault: (fault: unknown) => void
}

/** Asks sources, each at most once at a time. */
export interface Refresher {
  /** Asks these sources and answers when all have answered; those that are being asked already are waited for. */
  readonly refresh: (sources: readonly KeptSource[]) => Promise<RefreshReport>
  /** Fetches the pages and pictures of a document that was stored by somebody else, beside other work. */
  readonly complete: (stored: StoredDocument) => void
  readonly isBeingAsked: (sourceId: string) => boolean
  readonly state: () => RefreshState
  /** Waits until nothing is being asked or completed. */
  readonly settled: () => Promise<void>
}

/** How many sources are on their way at once. The fetcher opens far fewer connections; this bounds what waits in memory. */
const ON_THEIR_WAY = 64

/** Makes a refresher that is at rest. */
export function createRefresher(parts: RefreshParts, listener: RefreshListener): Refresher {
  return new SourceRefresher(parts, listener)
}

class SourceRefresher implements Refresher {
  readonly #parts: RefreshParts
  readonly #listener: RefreshListener
  readonly #asking = new Map<string, Promise<SourceOutcome>>()
  readonly #completing = new Map<string, Promise<void>>()
  readonly #queue: (() => void)[] = []
  #onTheirWay = 0
  #progress: RefreshState = { isRunning: false, done: 0, total: 0 }

  constructor(parts: RefreshParts, listener: RefreshListener) {
    this.#parts = parts
    this.#listener = listener
  }

  readonly refresh = async (sources: readonly KeptSource[]): Promise<RefreshReport> => {
    const { now } = this.#parts
    const startedAt = now()
    const outcomes = await Promise.all(sources.map((source) => this.#start(source)))
    this.#listener.finished(outcomes)
    return reportOf(outcomes, startedAt, now())
  }

  readonly complete = (stored: StoredDocument): void => {
    const { sourceId } = stored.outcome
    const before = this.#completing.get(sourceId) ?? Promise.resolve()
    const completion = before.then(() => completeSafely(stored, this.#parts, this.#listener))
    this.#completing.set(sourceId, completion)
    void completion.then(() => this.#completing.get(sourceId) === completion && this.#completing.delete(sourceId))
  }

  readonly isBeingAsked = (sourceId: string): boolean => this.#asking.has(sourceId)

  readonly state = (): RefreshState => this.#progress

  readonly settled = async (): Promise<void> => {
    const [asking, completing] = [this.#asking, this.#completing]
    while (asking.size + completing.size > 0) await Promise.all([...asking.values(), ...completing.values()])
  }

  #start(source: KeptSource): Promise<SourceOutcome> {
    const running = this.#asking.get(source.id)
    if (running !== undefined) return running
    const outcome = this.#ask(source)
    this.#asking.set(source.id, outcome)
    this.#tell(this.#progress.done, this.#progress.total + 1)
    return outcome
  }

  async #ask(source: KeptSource): Promise<SourceOutcome> {
    // What is still being completed would be asked for twice.
    await this.#completing.get(source.id)
    await this.#turn()
    const outcome = await refreshSafely(source, this.#parts, this.#listener)
    this.#asking.delete(source.id)
    this.#leave()
    const done = this.#progress.done + 1
    this.#tell(done, Math.max(this.#progress.total, done))
    this.#listener.asked(source.id)
    return outcome
  }

  async #turn(): Promise<void> {
    if (this.#onTheirWay >= ON_THEIR_WAY) return new Promise((resolve) => void this.#queue.push(resolve))
    this.#onTheirWay += 1
  }

  /** The place goes to whoever waits longest. */
  #leave(): void {
    const next = this.#queue.shift()
    if (next === undefined) this.#onTheirWay -= 1
    else next()
  }

  #tell(done: number, total: number): void {
    this.#progress = done === total ? { isRunning: false, done: 0, total: 0 } : { isRunning: true, done, total }
    this.#listener.progress(this.#progress)
  }
}

/** One of the two places that catch: a source whose refresh fails by a fault of ours never stops another. */
async function refreshSafely(source: KeptSource, parts: RefreshParts, listener: RefreshListener): Promise<SourceOutcome> {
  const obstacle = obstacleTo(parts.store)
  if (obstacle !== null) return failedOutcome(source.id, obstacle)
  try {
    return await refreshSource(source, parts, listener)
  } catch (fault) {
    const failure = storeFailure(fault)
    if (failure === null) listener.fault(fault)
    return noteSafely(source, failure ?? { kind: 'broken' }, parts)
  }
}

/** What stands against storing anything. Nobody is asked for what cannot be kept. */
function obstacleTo(store: RefreshParts['store']): ProfileFailure | null {
  if (store.isDiskNearlyFull()) return { kind: 'disk-full' }
  return store.isReadOnly ? { kind: 'profile-read-only' } : null
}

/** Where the store itself is at fault, even noting it may fail; then it is told, and noted another time. */
function noteSafely(source: KeptSource, failure: Failure, parts: RefreshParts): SourceOutcome {
  try {
    return noteFailure(source, failure, parts)
  } catch {
    return failedOutcome(source.id, failure)
  }
}

async function completeSafely(stored: StoredDocument, parts: RefreshParts, listener: RefreshListener): Promise<void> {
  try {
    await completeArticles(stored, parts, listener)
  } catch (fault) {
    if (storeFailure(fault) === null) listener.fault(fault)
  }
}

function isUnchanged({ failure, added, updated }: SourceOutcome): boolean {
  return failure === null && added.length + updated.length === 0
}

function reportOf(outcomes: readonly SourceOutcome[], from: EpochMs, to: EpochMs): RefreshReport {
  return {
    sources: outcomes.length,
    added: outcomes.reduce((sum, one) => sum + one.added.length, 0),
    updated: outcomes.reduce((sum, one) => sum + one.updated.length, 0),
    unchanged: outcomes.filter(isUnchanged).length,
    failed: outcomes.flatMap(({ sourceId, failure }) =>
      failure === null ? [] : [{ sourceId, kind: failure.kind, sentence: failureSentence(failure) }],
    ),
    tookMs: between(from, to),
  }
}
