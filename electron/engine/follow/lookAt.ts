import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { Robots } from '../refresh/robots.ts'
import type { PageSurroundings } from '../workbench/jobs.ts'
import { askDocument, type AskedDocument, type AskParts } from './askDocument.ts'
import { foundFeed, foundLists, type Found } from './found.ts'

/** How many documents are asked for one pasted address, its own among them (`hazards.json` P06). */
export const MOST_ASKED = 8
/** How many of the feeds that a page declares, and of well-known paths, are looked into. */
const MOST_DECLARED = 4
const MOST_GUESSED = 3

/** What was asked on the way, and why it was of no use (null: it was). */
export interface Tried {
  readonly url: string
  readonly failure: SourceFailure | null
}

/** What can be followed at an address, best first. */
export interface LookedAt {
  readonly found: readonly Found[]
  readonly tried: readonly Tried[]
}

/** What looking at addresses needs. */
export interface LookParts extends AskParts {
  readonly robots: Robots
}

/**
 * Finds what can be followed at an address: a feed there, the feeds that its page declares, those at well-known paths,
 * and where there is none of these, the lists of news on the page and on those that it calls its news.
 */
export async function lookAt(address: string, parts: LookParts): Promise<Result<LookedAt, SourceFailure>> {
  const first = await askDocument(address, parts, true)
  if (!first.ok) return first
  const { surroundings } = first.value
  const tried: Tried[] = [{ url: address, failure: null }]
  if (surroundings.kind === 'feed') return ok({ found: [foundFeed(address, null, first.value, surroundings.feed)], tried })
  const feeds = await findFeeds(surroundings, tried, parts)
  if (feeds.length > 0) return ok({ found: feeds, tried })
  const lists = await findLists({ address, document: first.value, page: surroundings }, tried, parts)
  if (lists.length > 0) return ok({ found: lists, tried })
  return failed(
    surroundings.wall === null ? { kind: 'not-news', contentType: first.value.fetched.contentType } : { kind: surroundings.wall },
  )
}

/** Feeds with articles; a feed that stands empty beside a living newsroom is a dead one. */
async function findFeeds({ declared, wellKnown }: PageSurroundings, tried: Tried[], parts: LookParts): Promise<Found[]> {
  const named = await tryFeeds(declared.slice(0, MOST_DECLARED), tried, parts)
  if (named.length > 0) return named
  const asked = new Set(tried.map((one) => one.url))
  const guesses = wellKnown.filter((url) => !asked.has(url)).slice(0, MOST_GUESSED)
  return tryFeeds(
    guesses.map((url) => ({ url, title: null })),
    tried,
    parts,
    1,
  )
}

async function tryFeeds(
  feeds: readonly { readonly url: string; readonly title: string | null }[],
  tried: Tried[],
  parts: LookParts,
  enough = feeds.length,
): Promise<Found[]> {
  const found: Found[] = []
  for (const { url, title } of feeds) {
    if (found.length >= enough || tried.length >= MOST_ASKED) break
    const asked = await askDocument(url, parts, false)
    const feed = asked.ok && asked.value.surroundings.kind === 'feed' ? asked.value.surroundings.feed : null
    const isLiving = feed !== null && feed.drafts.length > 0
    tried.push({ url, failure: isLiving ? null : asked.ok ? { kind: 'page-not-feed' } : asked.failure })
    if (asked.ok && isLiving) found.push(foundFeed(url, title, asked.value, feed))
  }
  return found
}

interface LookedAtPage {
  readonly address: string
  readonly document: AskedDocument
  readonly page: PageSurroundings
}

/** Lists of news on the page itself and on those that it calls its news, the likeliest first. */
async function findLists(start: LookedAtPage, tried: Tried[], parts: LookParts): Promise<Found[]> {
  const found = [...foundLists(start.address, start.document, start.page)]
  for (const { url } of start.page.newsPages) {
    if (tried.length >= MOST_ASKED) break
    if (tried.some((one) => one.url === url)) continue
    const asked = (await parts.robots.mayRead(url)) ? await askDocument(url, parts, false) : failed<SourceFailure>({ kind: 'robots' })
    const page = asked.ok && asked.value.surroundings.kind === 'page' ? asked.value.surroundings : null
    const lists = asked.ok && page !== null ? foundLists(url, asked.value, page) : []
    tried.push({ url, failure: lists.length > 0 ? null : asked.ok ? { kind: 'no-list' } : asked.failure })
    found.push(...lists)
    if (lists.some((list) => list.score >= SURE)) break
  }
  return found.toSorted((one, other) => weight(other) - weight(one))
}

/** A list on a page that is called the news, and looks like it, needs no further search. */
const SURE = 80
/** A longer list of the same quality is the whole of which the shorter is an excerpt. */
const MOST_COUNTED = 20

function weight({ score, drafts }: Found): number {
  return score + Math.min(drafts.length, MOST_COUNTED)
}
