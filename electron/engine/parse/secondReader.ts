import Parser from 'rss-parser'
import { cutTo, LONGEST_CONTENT } from './limits.ts'
import { feedDate } from './feedDate/feedDate.ts'
import type { FeedAbout } from './parseFeed.ts'
import type { ParsedEntry, ParsedFeed } from './parsedFeed.ts'
import { resolveAddress } from './text/addresses.ts'
import { guessedTitle } from './text/plainText.ts'

/** It builds the whole document as objects, so that a big one costs too much for a mere second try. */
const LONGEST = 2 * 1024 * 1024

/**
 * Reads with rss-parser, for a document in which our own reader found nothing: another mind may know what is meant.
 * Null where it finds no entry either.
 */
export async function readWithSecondReader(text: string, about: FeedAbout): Promise<ParsedFeed | null> {
  if (text.length > LONGEST) return null
  const read = await parsed(text)
  if (read === null || !Array.isArray(read.items) || read.items.length === 0) return null
  return {
    format: 'rss',
    title: guessedTitle(string(read.title)),
    description: guessedTitle(string(read.description)),
    siteUrl: resolveAddress(string(read.link), about.url),
    selfUrl: resolveAddress(string(read.feedUrl), about.url),
    iconUrl: resolveAddress(string(read.image?.url), about.url),
    language: null,
    askedInterval: null,
    entries: read.items.map((item) => entryOf(item, about)),
    isCut: false,
  }
}

function entryOf(item: Parser.Item, about: FeedAbout): ParsedEntry {
  const enclosure = resolveAddress(string(item.enclosure?.url), about.url)
  return {
    rawId: string(item.guid) || null,
    link: resolveAddress(string(item.link), about.url),
    title: guessedTitle(string(item.title)),
    authors: string(item.creator) === '' ? [] : [guessedTitle(string(item.creator))],
    publishedAt: feedDate(string(item.isoDate) || string(item.pubDate), about.now),
    updatedAt: null,
    summaryHtml: html(item.summary),
    contentHtml: html(item.content),
    baseUrl: about.url,
    language: null,
    categories: (Array.isArray(item.categories) ? item.categories : [])
      .map((name) => guessedTitle(string(name)))
      .filter((name) => name !== ''),
    enclosures: enclosure === null ? [] : [{ url: enclosure, type: string(item.enclosure?.type) || null, bytes: null }],
    imageUrl: null,
    sourceTitle: null,
  }
}

/** Its types promise strings; elements with attributes come as objects all the same. */
function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function html(value: unknown): string | null {
  return string(value) === '' ? null : cutTo(string(value), LONGEST_CONTENT)
}

/** It throws, now or later, at whatever it does not like; that is an answer here. */
async function parsed(text: string): Promise<Parser.Output<Record<string, unknown>> | null> {
  try {
    return await new Parser<Record<string, unknown>, Record<string, unknown>>().parseString(text)
  } catch {
    return null
  }
}
