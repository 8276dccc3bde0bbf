import { readdirSync, readFileSync } from 'node:fs'
import { parseFeed } from '../../../electron/engine/parse/parseFeed.ts'
import type { ParsedEntry, ParsedFeed } from '../../../electron/engine/parse/parsedFeed.ts'
import type { EpochMs } from '../../../shared/time.ts'

const folder = new URL('../../fixtures/feeds/', import.meta.url)

export const about = { url: 'https://news.example/feeds/all.xml', contentType: null, now: Date.UTC(2024, 5, 15) as EpochMs }

/** The names of the feeds among the fixtures. */
export const feedNames = readdirSync(folder).filter((name) => name !== 'login-page.html')

/** A document of `tests/fixtures/feeds`. */
export function fixture(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8')
}

/** A document read that must be a feed. */
export function feedOf(text: string): ParsedFeed {
  const result = parseFeed(text, about)
  if (!result.ok) throw new Error(`not a feed: ${result.failure.kind}`)
  return result.value
}

/** An item of RSS, read. */
export function itemOf(inside: string): ParsedEntry {
  return first(feedOf(`<rss version="2.0"><channel><item>${inside}</item></channel></rss>`))
}

/** An entry of Atom, read. */
export function entryOf(inside: string): ParsedEntry {
  return first(feedOf(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`))
}

function first(feed: ParsedFeed): ParsedEntry {
  const [entry] = feed.entries
  if (entry === undefined) throw new Error('no entry')
  return entry
}
