import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { readJsonFeed } from './json/readJsonFeed.ts'
import { LONGEST_DOCUMENT, MOST_ENTRIES_KEPT } from './limits.ts'
import { newestEntries } from './newestEntries.ts'
import type { ParsedFeed } from './parsedFeed.ts'
import { readXmlFeed } from './readXmlFeed.ts'
import { firstElementAt, withoutControls } from './xml/prolog.ts'

/** Where a document came from, and when. */
export interface FeedAbout {
  /** Its address, after redirects: what its relative addresses are relative to. */
  readonly url: string
  readonly contentType: string | null
  readonly now: EpochMs
}

/**
 * Reads a feed of any kind as far as it goes: RSS, RDF, Atom, CDF or JSON Feed. Never throws, whatever the text.
 * A feed without entries is a feed. Of very many entries the newest are kept (see `limits.ts`).
 */
export function parseFeed(text: string, about: FeedAbout): Result<ParsedFeed, SourceFailure> {
  const isTooLong = text.length > LONGEST_DOCUMENT
  const clean = withoutControls(isTooLong ? text.slice(0, LONGEST_DOCUMENT) : text)
  if (clean.trim() === '') return failed({ kind: 'empty-document' })
  const feed = isJson(clean) ? readJsonFeed(clean, about) : null
  if (feed !== null) return ok(kept(feed, isTooLong))
  const start = firstElementAt(clean)
  const reading = readXmlFeed(clean.slice(start), about)
  if (reading.kind === 'feed') return ok(kept(reading.feed, isTooLong))
  if (reading.kind === 'page' || isPage(clean.slice(0, start), about.contentType)) return failed({ kind: 'page-not-feed' })
  return failed({ kind: 'not-news', contentType: about.contentType })
}

function kept(feed: ParsedFeed, isTooLong: boolean): ParsedFeed {
  const entries = newestEntries(feed.entries, MOST_ENTRIES_KEPT)
  return { ...feed, entries, isCut: feed.isCut || isTooLong || entries.length < feed.entries.length }
}

function isJson(text: string): boolean {
  return /^\s*[{[]/.test(text)
}

function isPage(prolog: string, contentType: string | null): boolean {
  return /<!doctype\s+html/i.test(prolog) || /\bx?html\b/i.test(contentType ?? '')
}
