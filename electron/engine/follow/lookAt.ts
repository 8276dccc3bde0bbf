import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { Fetched, Fetcher } from '../fetch/fetched.ts'
import type { ReadFeed, Surroundings } from '../workbench/jobs.ts'
import type { Workbench } from '../workbench/bench.ts'

/** How many documents are asked for one pasted address, its own among them. */
export const MOST_ASKED = 8
/** How many of the feeds that a page declares are looked into. */
const MOST_DECLARED = 4

/** A feed that stands at an address, with the document that it came from. */
export interface FoundFeed {
  readonly kind: 'feed'
  /** Where it should be polled: the address asked, or the one that it has moved to for good. */
  readonly url: string
  /** A name for it where it has none of its own. */
  readonly name: string | null
  readonly feed: ReadFeed
  readonly fetched: Extract<Fetched, { kind: 'body' }>
  readonly bytesHash: string
}

/** What was asked on the way, and why it was of no use (null: it was). */
export interface Tried {
  readonly url: string
  readonly failure: SourceFailure | null
}

/** What can be followed at an address, best first. */
export interface LookedAt {
  readonly found: readonly FoundFeed[]
  readonly tried: readonly Tried[]
}

/** What looking at addresses needs. `hash` tells one body from another. */
export interface LookParts {
  readonly fetcher: Fetcher
  readonly workbench: Workbench
  readonly hash: (bytes: Uint8Array) => string
}

/** Finds what can be followed at an address: a feed there, the feeds that its page declares, or those at well-known paths. */
export async function lookAt(address: string, parts: LookParts): Promise<Result<LookedAt, SourceFailure>> {
  const first = await ask(address, parts, true)
  if (!first.ok) return first
  const { surroundings } = first.value
  if (surroundings.kind === 'feed')
    return ok({ found: [foundFeed(address, null, first.value, surroundings.feed)], tried: [{ url: address, failure: null }] })
  const tried: Tried[] = [{ url: address, failure: null }]
  const declared = await tryFeeds(surroundings.declared.slice(0, MOST_DECLARED), tried, parts)
  if (declared.length > 0) return ok({ found: declared, tried })
  const guesses = surroundings.wellKnown.slice(0, MOST_ASKED - tried.length).map((url) => ({ url, title: null }))
  const guessed = await tryFeeds(guesses, tried, parts, 1)
  return guessed.length > 0 ? ok({ found: guessed, tried }) : failed({ kind: 'not-news', contentType: first.value.fetched.contentType })
}

interface Asked {
  readonly surroundings: Surroundings
  readonly fetched: Extract<Fetched, { kind: 'body' }>
  readonly bytesHash: string
}

async function ask(url: string, parts: LookParts, isTypedAddress: boolean): Promise<Result<Asked, SourceFailure>> {
  const fetched = await parts.fetcher.get({ url, purpose: 'page', isTypedAddress })
  if (!fetched.ok) return fetched
  if (fetched.value.kind === 'unchanged') return failed({ kind: 'damaged' })
  const { bytes, contentType, finalUrl } = fetched.value
  const bytesHash = parts.hash(bytes)
  const read = await parts.workbench.run('lookAround', { bytes, contentType, url: finalUrl })
  return read.ok ? ok({ surroundings: read.value, fetched: fetched.value, bytesHash }) : failed(read.failure)
}

async function tryFeeds(
  feeds: readonly { readonly url: string; readonly title: string | null }[],
  tried: Tried[],
  parts: LookParts,
  enough = feeds.length,
): Promise<FoundFeed[]> {
  const found: FoundFeed[] = []
  for (const { url, title } of feeds) {
    if (found.length >= enough) break
    const asked = await ask(url, parts, false)
    const failure = asked.ok ? null : asked.failure
    const feed = asked.ok && asked.value.surroundings.kind === 'feed' ? asked.value.surroundings.feed : null
    tried.push({ url, failure: feed === null ? (failure ?? { kind: 'page-not-feed' }) : null })
    if (asked.ok && feed !== null) found.push(foundFeed(url, title, asked.value, feed))
  }
  return found
}

function foundFeed(url: string, name: string | null, { fetched, bytesHash }: Asked, feed: ReadFeed): FoundFeed {
  return { kind: 'feed', url: fetched.movedTo ?? url, name, feed, fetched, bytesHash }
}
