import { firstElementAt } from './xml/prolog.ts'

const SNIFFED = 64 * 1024
const ROOT = /^<(?:[a-z][\w.-]{0,40}:)?(?:rss|rdf|feed|channel)[\s>/]/i
const JSON_FEED = /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i

/** A cheap look at the start of a document: whether it is a feed at all. A yes is no promise that it can be read. */
export function looksLikeFeed(text: string): boolean {
  const start = text.slice(0, SNIFFED)
  if (/^[\s\ufeff]*\{/.test(start)) return JSON_FEED.test(start)
  const at = firstElementAt(start)
  const first = start.slice(at, at + 80)
  if (ROOT.test(first)) return true
  // Junk may stand in front of a feed; a page is not junk.
  return !/^<(?:html|head|body)[\s>]/i.test(first) && /<(?:rss|feed|rdf:RDF)\s[^<>]{0,2000}(?:version|xmlns)/i.test(start)
}
