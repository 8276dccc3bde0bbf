import type { Failure } from '../../../shared/failures.ts'
import { between, type DurationMs } from '../../../shared/time.ts'
import type { Fetched } from '../fetch/fetched.ts'
import type { KeptSource } from '../store/library/sources.ts'
import { completeArticles, type StoredDocument } from './completeArticles.ts'
import { adaptedInterval, FIRST_INTERVAL, nextCheckAt } from './interval.ts'
import { newAddress, seenMove } from './movedAddress.ts'
import { failedOutcome, type SourceOutcome } from './outcome.ts'
import { askSource, readDocument, type ReadDocument } from './readDocument.ts'
import type { RefreshParts } from './refreshParts.ts'
import { takeIn } from './takeIn.ts'

/** How many moments of change are remembered for a source. */
const CHANGES_KEPT = 20

/**
 * Takes one source through all stations: asks it, reads what came, stores what is new, and notes when to ask again.
 * Pages of summaries and pictures are fetched last, when the list can be shown already.
 */
export async function refreshSource(source: KeptSource, parts: RefreshParts, listener: StoringListener): Promise<SourceOutcome> {
  const before = parts.store.schedule.get(source.id)
  const fetched = await askSource(source, before, parts)
  if (!fetched.ok) return noteFailure(source, fetched.failure, parts)
  const read = await readDocument(source, fetched.value, before, parts)
  if (!read.ok) return noteFailure(source, read.failure, parts)
  const stored = await storeDocument(source, { fetched: fetched.value, ...read.value }, parts, listener)
  await completeArticles(stored, parts, listener)
  return stored.outcome
}

/** Hears of what is stored while it is stored; storing goes on when it has done its part. */
export interface StoringListener {
  /** Articles can be listed. */
  readonly stored: (outcome: SourceOutcome) => Promise<void> | void
  /** The pages and pictures of these articles came. */
  readonly completed: (articleIds: readonly string[]) => Promise<void> | void
}

/** A document on its way into the store. */
export interface ArrivedDocument extends ReadDocument {
  readonly fetched: Fetched
}

/** Stores what a source's document brought, and notes the success. Nothing of a source that was unfollowed in the meantime. */
export async function storeDocument(
  source: KeptSource,
  document: ArrivedDocument,
  parts: RefreshParts,
  listener: StoringListener,
): Promise<StoredDocument> {
  const { added, updated, wantPage } = await takeIn(source, document.drafts ?? [], parts)
  const outcome = { sourceId: source.id, added, updated, failure: null }
  const isFollowed = parts.store.sources.get(source.id) !== null
  if (isFollowed && !parts.stop.aborted) noteSuccess(source, document, outcome, parts)
  await listener.stored(outcome)
  return { outcome, wantPage }
}

function noteSuccess(source: KeptSource, document: ArrivedDocument, outcome: SourceOutcome, parts: RefreshParts): void {
  const now = parts.now()
  const before = parts.store.schedule.get(source.id)
  const hadNews = outcome.added.length + outcome.updated.length > 0
  const pace = before.lastSuccessAt === null ? FIRST_INTERVAL : adaptedInterval(before.interval ?? FIRST_INTERVAL, hadNews)
  const askedToWait = longest(document.fetched.askedToWait, document.askedInterval)
  const move = seenMove(before, document.fetched.movedTo, now)
  const address = freeAddress(newAddress(move), parts)
  if (address !== null) parts.store.sources.change(source.id, { url: address })
  if (document.recipe !== undefined) parts.store.sources.change(source.id, { recipe: document.recipe })
  parts.store.schedule.put(source.id, {
    ...document.fetched.validators,
    // A 304 proves nothing about a server that lies: after eight days without a body it is asked for one.
    validatorsAt: document.fetched.kind === 'unchanged' ? (before.validatorsAt ?? now) : now,
    nextCheckAt: nextCheckAt(now, ownPace(source, parts) ?? pace, { failuresInRow: 0, askedToWait, chance: parts.chance() }),
    lastCheckedAt: now,
    lastSuccessAt: now,
    failuresInRow: 0,
    failure: null,
    ...(address === null ? move : seenMove(move, null, now)),
    interval: pace,
    changes: hadNews ? [...before.changes, now].slice(-CHANGES_KEPT) : before.changes,
    bodyHash: document.bodyHash,
  })
}

/** Notes that a source could not be read or kept, and when to try again: after a while that grows with each failure. */
export function noteFailure(source: KeptSource, failure: Failure, parts: RefreshParts): SourceOutcome {
  // Closing ends what is under way, and an unfollowed source has no schedule.
  if (parts.stop.aborted || parts.store.sources.get(source.id) === null) return failedOutcome(source.id, failure)
  const now = parts.now()
  const before = parts.store.schedule.get(source.id)
  const failuresInRow = failure.kind === 'offline' ? before.failuresInRow : before.failuresInRow + 1
  const interval = ownPace(source, parts) ?? before.interval ?? FIRST_INTERVAL
  const askedToWait = failure.kind === 'refused' && failure.retryAt !== null ? ((failure.retryAt - now) as DurationMs) : null
  parts.store.schedule.put(source.id, {
    ...before,
    nextCheckAt: failure.kind === 'gone' ? null : nextCheckAt(now, interval, { failuresInRow, askedToWait, chance: parts.chance() }),
    lastCheckedAt: now,
    failuresInRow,
    failure,
  })
  return failedOutcome(source.id, failure)
}

/** A moved source keeps its old address while another source has the new one. */
function freeAddress(address: string | null, { store }: RefreshParts): string | null {
  return address !== null && !store.sources.isTaken(address) ? address : null
}

/**
 * Notes when to ask a source again after a person chose another pace for it, counted from when it was asked last.
 * What a server asked for by Retry-After stays.
 */
export function reschedule(source: KeptSource, parts: Pick<RefreshParts, 'store' | 'checkEvery' | 'chance'>): void {
  const state = parts.store.schedule.get(source.id)
  const { lastCheckedAt, failure, failuresInRow } = state
  if (lastCheckedAt === null || failure?.kind === 'gone') return
  const interval = ownPace(source, parts) ?? state.interval ?? FIRST_INTERVAL
  const askedToWait = failure?.kind === 'refused' && failure.retryAt !== null ? between(lastCheckedAt, failure.retryAt) : null
  const next = nextCheckAt(lastCheckedAt, interval, { failuresInRow, askedToWait, chance: parts.chance() })
  parts.store.schedule.put(source.id, { ...state, nextCheckAt: next })
}

/** A source's own checkEvery, or the one for all; never so often that it is a burden. */
function ownPace(source: KeptSource, parts: Pick<RefreshParts, 'checkEvery'>): DurationMs | null {
  return source.checkEvery ?? parts.checkEvery()
}

function longest(one: DurationMs | null, other: DurationMs | null): DurationMs | null {
  return one === null ? other : ((other === null ? one : Math.max(one, other)) as DurationMs)
}
