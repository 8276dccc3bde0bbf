import type { EpochMs } from '../../../../shared/time.ts'
import { feedDate } from '../feedDate/feedDate.ts'
import { field, listField, textField, type JsonValue } from '../json/jsonValue.ts'
import { cutTo, LONGEST_CONTENT, LONGEST_NAME, MOST_OF_A_KIND } from '../limits.ts'
import type { ParsedEntry } from '../parsedFeed.ts'
import { resolveAddress } from '../text/addresses.ts'
import { guessedTitle } from '../text/plainText.ts'
import type { ParsedStar } from './parsedExport.ts'

/** Characters of all notes of one item. */
const LONGEST_NOTE = 100_000

/**
 * The items of a `starred.json` in the form of Google Reader, which its successors still write (Inoreader, FreshRSS, The Old Reader); null
 * where the document is something else.
 */
export function readStarredJson(document: JsonValue, now: EpochMs): readonly ParsedStar[] | null {
  const items = field(document, 'items')
  if (!Array.isArray(items)) return null
  const isStarred = (textField(document, 'id') ?? '').endsWith('/state/com.google/starred')
  return isStarred || (items.length > 0 && items.every(hasOrigin)) ? items.map((item: JsonValue) => starOf(item, now)) : null
}

/** FreshRSS and others leave the id of the list out; an item's origin is in no other JSON of the field. */
function hasOrigin(item: JsonValue): boolean {
  return textField(field(item, 'origin'), 'streamId') !== null || listField(item, 'alternate').length > 0
}

function starOf(item: JsonValue, now: EpochMs): ParsedStar {
  const origin = field(item, 'origin')
  const siteUrl = resolveAddress(textField(origin, 'htmlUrl') ?? '', 'about:blank')
  const labels = labelsOf(item)
  return {
    feedUrl: resolveAddress((textField(origin, 'streamId') ?? '').replace(/^feed\//, ''), 'about:blank'),
    feedTitle: guessedTitle(textField(origin, 'title') ?? ''),
    siteUrl,
    entry: entryOf(item, labels.categories, siteUrl, now),
    starredAt: dateOf(item, 'starred', now),
    note: notesOf(item),
    tags: labels.tags,
  }
}

function entryOf(item: JsonValue, categories: readonly string[], siteUrl: string | null, now: EpochMs): ParsedEntry {
  const link = firstLink(item)
  return {
    rawId: null,
    link,
    title: guessedTitle(textField(item, 'title') ?? ''),
    authors: [textField(item, 'author')].flatMap((author) => (author === null ? [] : [guessedTitle(author)])),
    publishedAt: dateOf(item, 'published', now),
    updatedAt: dateOf(item, 'updated', now),
    summaryHtml: htmlOf(item, 'summary'),
    contentHtml: htmlOf(item, 'content'),
    baseUrl: link ?? siteUrl ?? 'about:blank',
    language: null,
    categories,
    enclosures: [],
    imageUrl: null,
    sourceTitle: null,
  }
}

/** The canonical link where there is one: the others may lead through a counter. */
function firstLink(item: JsonValue): string | null {
  for (const link of [...listField(item, 'canonical'), ...listField(item, 'alternate')]) {
    const url = resolveAddress(textField(link, 'href') ?? '', 'about:blank')
    if (url !== null) return url
  }
  return null
}

function htmlOf(item: JsonValue, name: string): string | null {
  const said = textField(field(item, name), 'content')
  return said === null ? null : cutTo(said, LONGEST_CONTENT)
}

/** Seconds since 1970, or a date as text. */
function dateOf(item: JsonValue, name: string, now: EpochMs): EpochMs | null {
  return feedDate(textField(item, name) ?? '', now)
}

/** `user/…/label/Name` is what the person called it; `user/…/state/…` is the reader's own; the rest are the publisher's words. */
function labelsOf(item: JsonValue): { readonly tags: readonly string[]; readonly categories: readonly string[] } {
  const said = listField(item, 'categories').filter((category) => typeof category === 'string')
  const tags = said.flatMap((category) => /^user\/[^/]+\/label\/(.+)$/.exec(category)?.[1] ?? [])
  const categories = said.filter((category) => !/^user\/[^/]+\//.test(category))
  return { tags: lines(tags), categories: lines(categories) }
}

function lines(texts: readonly string[]): string[] {
  const clean = texts.map((text) => cutTo(guessedTitle(text), LONGEST_NAME))
  return [...new Set(clean)].filter((text) => text !== '').slice(0, MOST_OF_A_KIND)
}

function notesOf(item: JsonValue): string {
  const notes = listField(item, 'annotations').flatMap((note) => textField(note, 'content') ?? [])
  return cutTo(notes.join('\n\n'), LONGEST_NOTE)
}
