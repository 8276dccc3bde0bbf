import type { EpochMs } from '../../../shared/time.ts'
import { bodiesIn } from './fields/bodies.ts'
import { categoriesIn } from './fields/categories.ts'
import { publishedIn, updatedIn } from './fields/dates.ts'
import { enclosuresIn } from './fields/enclosures.ts'
import { all, firstOf, groupOf, type Group } from './fields/group.ts'
import { entryLink } from './fields/links.ts'
import { mediaElements, pictureIn } from './fields/media.ts'
import { authorsIn } from './fields/people.ts'
import { line, titleIn } from './fields/titles.ts'
import type { ParsedEntry } from './parsedFeed.ts'
import { isWebAddress } from './text/addresses.ts'
import { foldSpace } from './text/plainText.ts'
import { attributeOfAnyPrefix, childElements, childOf, innerText, type XmlElement } from './xml/xmlElement.ts'

/**
 * Reads an `item` or `entry`. Only elements directly inside it speak for it, so that the title of a picture or of a
 * quoted source is never taken for its own; the words of RSS, Atom and their modules may be mixed.
 */
export function readEntry(entry: XmlElement, now: EpochMs): ParsedEntry {
  const group = groupOf([entry])
  const media = mediaElements(group)
  const { summaryHtml, contentHtml, decidedBy } = bodiesIn(group, media)
  return {
    rawId: idOf(entry, group),
    link: entryLink(group, entry),
    title: titleIn(group) || mediaTitle(media),
    authors: authorsOf(group),
    publishedAt: publishedIn(group, now),
    updatedAt: updatedIn(group, [entry], now),
    summaryHtml,
    contentHtml,
    baseUrl: (decidedBy ?? entry).baseUrl,
    language: firstOf(group, ['dc:language', 'language'], line) ?? (decidedBy ?? entry).language,
    categories: categoriesIn(group, media),
    enclosures: enclosuresIn(group, media),
    imageUrl: pictureIn(group, media),
    sourceTitle: firstOf(group, ['source'], sourceTitle),
  }
}

/** RFC 4287, 4.2.1: what was taken over from elsewhere is by the authors that its source names. */
function authorsOf(group: Group): string[] {
  const authors = authorsIn(group)
  return authors.length > 0 ? authors : authorsIn(groupOf(all(group, 'source')))
}

/** The publisher's id of an entry or feed. */
export function idOf(element: XmlElement | null, group: Group): string | null {
  const about = element === null ? null : attributeOfAnyPrefix(element, 'about')
  return firstOf(group, ['guid', 'id'], textOf) ?? (about?.trim() || null) ?? firstOf(group, ['dc:identifier'], textOf)
}

function textOf(element: XmlElement): string | null {
  return innerText(element).trim() || null
}

function mediaTitle(media: readonly XmlElement[]): string {
  const title = media.find((element) => element.key === 'media:title')
  return title === undefined ? '' : (line(title) ?? '')
}

/** RSS has the title as text, Atom as an element; some only name an address. */
function sourceTitle(source: XmlElement): string | null {
  const title = childOf(source, 'title')
  if (title !== null) return line(title)
  if (childElements(source).length > 0) return null
  const text = foldSpace(innerText(source))
  return text === '' || isWebAddress(text) ? null : line(source)
}
