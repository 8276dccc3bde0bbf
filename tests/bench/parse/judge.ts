import { nameOf } from '../../../electron/engine/parse/fields/people.ts'
import type { ParsedEntry, ParsedFeed } from '../../../electron/engine/parse/parsedFeed.ts'
import { foldSpace, htmlToText } from '../../../electron/engine/parse/text/plainText.ts'
import type { Expectation } from './corpus.ts'

/** Whether a feed says what is expected of it. */
export function isAsExpected(feed: ParsedFeed, expected: Expectation, url: string): boolean {
  return saidOn(feed, expected).some((said) => isMatch(said, expected, url))
}

/** What a feed says on the matter; several answers where more than one is right (a body may be the summary or the content). */
export function saidOn(feed: ParsedFeed, { entry: index, field }: Expectation): readonly (string | number)[] {
  if (field === 'count') return [feed.entries.length]
  const entry = index === null ? null : (feed.entries[index] ?? null)
  if (index !== null && entry === null) return []
  return (entry === null ? saidByFeed(feed, field) : saidByEntry(entry, field)).filter((said) => said !== null && said !== undefined)
}

function saidByFeed(feed: ParsedFeed, field: Exclude<Expectation['field'], 'count'>): readonly (string | number | null | undefined)[] {
  switch (field) {
    case 'title':
      return [feed.title]
    case 'link':
      return [feed.siteUrl]
    case 'id':
      return [feed.rawId]
    case 'date':
      return [feed.updatedAt]
    case 'author':
      return [feed.authors?.join(', ')]
    case 'description':
    case 'body':
      return [feed.description]
  }
}

function saidByEntry(entry: ParsedEntry, field: Exclude<Expectation['field'], 'count'>): readonly (string | number | null)[] {
  switch (field) {
    case 'title':
      return [entry.title]
    case 'link':
      return [entry.link]
    case 'id':
      return [entry.rawId]
    case 'date':
      return [entry.publishedAt, entry.updatedAt]
    case 'author':
      return [entry.authors.join(', ')]
    case 'description':
    case 'body':
      return [entry.summaryHtml, entry.contentHtml].map((html) => (html === null ? null : htmlToText(html)))
  }
}

/**
 * Texts are compared without markup and with white space folded; what is expected may be HTML or plain text and does not
 * say which, so either reading counts. An author's e-mail address is left out of what is expected, as our reader leaves it out.
 */
function isMatch(said: string | number, { field, match, value }: Expectation, url: string): boolean {
  if (typeof value === 'number' || typeof said === 'number') return said === value
  switch (match) {
    case 'text': {
      const wanted = field === 'author' ? nameOf(value) : value
      return foldSpace(said) === foldSpace(wanted) || foldSpace(said) === htmlToText(wanted)
    }
    case 'link':
    case 'id':
      return said.trim() === value.trim() || URL.parse(said, url)?.href === URL.parse(value, url)?.href
    case 'instant':
    case 'number':
      return said === value
  }
}
