import { createHash } from 'node:crypto'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { DurationMs } from '../../../shared/time.ts'
import type { Fetched } from '../fetch/fetched.ts'
import type { ScheduleState } from '../store/cache/schedule.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { ReadFeed } from '../workbench/jobs.ts'
import { fetchPages } from './fetchPages.ts'
import { keepPictures } from './keepPictures.ts'
import { adaptedInterval, FIRST_INTERVAL, nextCheckAt } from './interval.ts'
import { newAddress, seenMove } from './movedAddress.ts'
import { failedOutcome, nothingNew, type SourceOutcome } from './outcome.ts'
import type { RefreshParts } from './refreshParts.ts'
import { takeIn } from './takeIn.ts'

/** How many moments of change are remembered for a source. */
const CHANGES_KEPT = 20
/** How many waiting pages, of all sources, are looked through for those of one. */
const LOOKED_AT = 500

/** What a document of a source says, or that it is the same as before. */
export type ReadDocument = { readonly feed: ReadFeed | null; readonly bodyHash: string | null }

/**
 * Takes one source through all stations: asks it, reads what came, stores what is new, and notes when to ask again.
 * Pages of summaries and pictures are fetched last, when the list can be shown already.
 */
export async function refreshSource(source: KeptSource, parts: RefreshParts, listener: StoringListener): Promise<SourceOutcome> {
  const before = parts.store.schedule.get(source.id)
  const validators = { etag: before.etag, lastModified: before.lastModified }
  const fetched = await parts.fetcher.get({ url: source.url, purpose: 'feed', validators, isTypedAddress: true })
  if (!fetched.ok) return noteFailure(source, before, fetched.failure, parts)
  const read = await readDocument(fetched.value, before, parts)
  if (!read.ok) return noteFailure(source, before, read.failure, parts)
  return storeDocument(source, { fetched: fetched.value, ...read.value }, parts, listener)
}

/** Hears of what is stored while it is stored. */
export interface StoringListener {
  /** Articles can be listed. */
  readonly stored: (outcome: SourceOutcome) => void
  /** The pages and pictures of these articles came. */
  readonly completed: (articleIds: readonly string[]) => void
}

/** A document on its way into the store. `feed` is null where it is the same as before. */
export interface ArrivedDocument extends ReadDocument {
  readonly fetched: Fetched
}

/** Stores what a source's document brought, and notes the success. */
export async function storeDocument(
  source: KeptSource,
  document: ArrivedDocument,
  parts: RefreshParts,
  listener: StoringListener,
): Promise<SourceOutcome> {
  const { feed } = document
  const taken = feed === null ? null : await takeIn(source, feed.drafts, parts)
  const outcome =
    taken === null ? nothingNew(source.id) : { sourceId: source.id, added: taken.added, updated: taken.updated, failure: null }
  noteSuccess(source, document, outcome, parts)
  listener.stored(outcome)
  const withPages = await fetchPages(taken?.wantPage ?? stillWanted(source.id, parts), parts)
  const withPictures = await keepPictures([...outcome.added, ...outcome.updated, ...withPages], parts)
  listener.completed([...new Set([...withPages, ...withPictures])])
  return outcome
}

async function readDocument(
  fetched: Fetched,
  before: ScheduleState,
  { workbench }: RefreshParts,
): Promise<Result<ReadDocument, SourceFailure>> {
  if (fetched.kind === 'unchanged') return ok({ feed: null, bodyHash: before.bodyHash })
  const bodyHash = hashOf(fetched.bytes)
  if (bodyHash === before.bodyHash) return ok({ feed: null, bodyHash })
  const read = await workbench.run('readFeed', { bytes: fetched.bytes, contentType: fetched.contentType, url: fetched.finalUrl })
  return read.ok ? ok({ feed: read.value, bodyHash }) : failed(read.failure)
}

/** The pages that earlier polls left for later. */
function stillWanted(sourceId: string, { store }: RefreshParts): { id: string; url: string }[] {
  return store.articles.pagesWanted(LOOKED_AT).filter((page) => page.sourceId === sourceId)
}

/** Tells the same body from a new one. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64url')
}

function noteSuccess(source: KeptSource, document: ArrivedDocument, outcome: SourceOutcome, parts: RefreshParts): void {
  const now = parts.now()
  const before = parts.store.schedule.get(source.id)
  const hadNews = outcome.added.length + outcome.updated.length > 0
  const pace = before.lastSuccessAt === null ? FIRST_INTERVAL : adaptedInterval(before.interval ?? FIRST_INTERVAL, hadNews)
  const askedToWait = longest(document.fetched.askedToWait, document.feed?.about.askedInterval ?? null)
  const move = seenMove(before, document.fetched.movedTo, now)
  const address = freeAddress(newAddress(move), parts)
  if (address !== null) parts.store.sources.change(source.id, { url: address })
  parts.store.schedule.put(source.id, {
    ...document.fetched.validators,
    validatorsAt: now,
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

function noteFailure(source: KeptSource, before: ScheduleState, failure: SourceFailure, parts: RefreshParts): SourceOutcome {
  const now = parts.now()
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
  return address !== null && store.sources.byUrl(address) === null ? address : null
}

function ownPace(source: KeptSource, parts: RefreshParts): DurationMs | null {
  return source.checkEvery ?? parts.checkEvery()
}

function longest(one: DurationMs | null, other: DurationMs | null): DurationMs | null {
  return one === null ? other : ((other === null ? one : Math.max(one, other)) as DurationMs)
}
