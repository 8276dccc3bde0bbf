import type { SourceFailure } from '../../../shared/failures.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { looksLikeFeed } from './looksLikeFeed.ts'
import { parseFeed, type FeedAbout } from './parseFeed.ts'
import type { ParsedFeed } from './parsedFeed.ts'
import { readWithSecondReader } from './secondReader.ts'

/**
 * Reads a feed as `parseFeed` does; where that finds no entry in what looks like a feed, a second reader tries
 * before anybody says that this is not news.
 */
export async function readFeed(text: string, about: FeedAbout): Promise<Result<ParsedFeed, SourceFailure>> {
  const first = parseFeed(text, about)
  if ((first.ok && first.value.entries.length > 0) || !mayHoldEntries(text)) return first
  const second = await readWithSecondReader(text, about)
  return second === null ? first : ok(second)
}

function mayHoldEntries(text: string): boolean {
  return looksLikeFeed(text) && /<[^<>\s]{0,40}(?:item|entry)[\s>]/i.test(text)
}
