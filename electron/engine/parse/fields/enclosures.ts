import { cutTo, LONGEST_NAME, MOST_OF_A_KIND } from '../limits.ts'
import type { ParsedEnclosure } from '../parsedFeed.ts'
import { attribute, type XmlElement } from '../xml/xmlElement.ts'
import { all, type Group } from './group.ts'
import { linksOfRelation, writtenAddress } from './links.ts'
import { isPicture } from './media.ts'

/** The files that go with an entry, each address once. Pictures of Media RSS are not among them. */
export function enclosuresIn(group: Group, media: readonly XmlElement[]): ParsedEnclosure[] {
  const files = media.filter((element) => element.key === 'media:content' && attribute(element, 'url') !== null && !isPicture(element))
  const byUrl = new Map<string, ParsedEnclosure>()
  for (const element of [...all(group, 'enclosure'), ...linksOfRelation(group, 'enclosure'), ...files]) {
    const url = writtenAddress(element)
    if (url !== null && !byUrl.has(url)) byUrl.set(url, { url, type: typeOf(element), bytes: bytesOf(element) })
  }
  return [...byUrl.values()].slice(0, MOST_OF_A_KIND)
}

/** A size as stated; null where it is not a whole number. */
export function statedBytes(raw: string): number | null {
  const size = /^\s*\d{1,15}\s*$/.test(raw) ? Number(raw) : null
  return size === 0 ? null : size
}

function typeOf(element: XmlElement): string | null {
  const type = attribute(element, 'type')?.trim() ?? ''
  return type === '' ? null : cutTo(type, LONGEST_NAME)
}

function bytesOf(element: XmlElement): number | null {
  return statedBytes(attribute(element, 'length') ?? attribute(element, 'filesize') ?? '')
}
