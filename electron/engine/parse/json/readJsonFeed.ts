import type { EpochMs } from '../../../../shared/time.ts'
import { feedDate } from '../feedDate/feedDate.ts'
import { distinct } from '../fields/people.ts'
import { cutTo, LONGEST_CONTENT, MOST_ENTRIES_READ, MOST_OF_A_KIND } from '../limits.ts'
import type { ParsedEnclosure, ParsedEntry, ParsedFeed } from '../parsedFeed.ts'
import { resolveAddress } from '../text/addresses.ts'
import { escapeHtml, guessedTitle } from '../text/plainText.ts'
import { field, listField, textField, type JsonValue } from './jsonValue.ts'

interface About {
  readonly url: string
  readonly now: EpochMs
}

/** Reads JSON Feed 1.0 and 1.1; null where the text is no JSON, or JSON of something else. */
export function readJsonFeed(text: string, about: About): ParsedFeed | null {
  const document = parsedJson(text)
  const isNamed = (textField(document, 'version') ?? '').includes('jsonfeed.org')
  if (!isNamed && !(Array.isArray(field(document, 'items')) && textField(document, 'title') !== null)) return null
  const items = listField(document, 'items')
  const authors = authorsOf(document)
  const language = textField(document, 'language')
  return {
    format: 'json',
    title: titleOf(document),
    description: guessedTitle(textField(document, 'description') ?? ''),
    siteUrl: address(document, ['home_page_url'], about.url),
    selfUrl: address(document, ['feed_url'], about.url),
    iconUrl: address(document, ['icon', 'favicon'], about.url),
    language,
    askedInterval: null,
    rawId: null,
    authors,
    updatedAt: null,
    entries: items
      .slice(0, MOST_ENTRIES_READ)
      .filter(isObject)
      .map((item) => entryOf(item, authors, language, about)),
    isCut: items.length > MOST_ENTRIES_READ,
  }
}

function entryOf(item: JsonValue, feedAuthors: readonly string[], language: string | null, about: About): ParsedEntry {
  const authors = authorsOf(item)
  const link = address(item, ['url', 'external_url'], about.url)
  return {
    rawId: textField(item, 'id'),
    link,
    title: titleOf(item),
    authors: authors.length > 0 ? authors : feedAuthors,
    publishedAt: dateOf(item, 'date_published', about.now),
    updatedAt: dateOf(item, 'date_modified', about.now),
    summaryHtml: html(null, textField(item, 'summary')),
    contentHtml: html(textField(item, 'content_html'), textField(item, 'content_text')),
    baseUrl: about.url,
    language: textField(item, 'language') ?? language,
    categories: distinct(
      listField(item, 'tags')
        .filter((tag) => typeof tag === 'string')
        .map(guessedTitle),
    ),
    enclosures: enclosuresOf(item, about.url),
    imageUrl: address(item, ['image', 'banner_image'], about.url),
    sourceTitle: null,
  }
}

function titleOf(value: JsonValue): string {
  return guessedTitle(textField(value, 'title') ?? '')
}

function dateOf(item: JsonValue, name: string, now: EpochMs): EpochMs | null {
  return feedDate(textField(item, name) ?? '', now)
}

function html(asHtml: string | null, asText: string | null): string | null {
  const said = asHtml ?? (asText === null ? null : escapeHtml(asText))
  return said === null ? null : cutTo(said, LONGEST_CONTENT)
}

/** 1.1 has `authors`, 1.0 `author`. */
function authorsOf(value: JsonValue): string[] {
  const people = [...listField(value, 'authors'), field(value, 'author')]
  return distinct(people.map((person) => guessedTitle(textField(person, 'name') ?? '')))
}

function enclosuresOf(item: JsonValue, baseUrl: string): ParsedEnclosure[] {
  return listField(item, 'attachments')
    .slice(0, MOST_OF_A_KIND)
    .flatMap((attachment) => {
      const url = address(attachment, ['url'], baseUrl)
      const size = field(attachment, 'size_in_bytes')
      const bytes = typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? size : null
      return url === null ? [] : [{ url, type: textField(attachment, 'mime_type'), bytes }]
    })
}

function address(value: JsonValue, names: readonly string[], baseUrl: string): string | null {
  for (const name of names) {
    const found = resolveAddress(textField(value, name) ?? '', baseUrl)
    if (found !== null) return found
  }
  return null
}

function isObject(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What the world sends as JSON may nest without end; whatever the engine's parser makes of that, it is not a feed. */
function parsedJson(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
