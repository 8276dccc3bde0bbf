import { lineSaidBy } from '../text/textConstruct.ts'
import type { XmlElement } from '../xml/xmlElement.ts'
import { firstOf, type Group } from './group.ts'

/** A module's title counts only where the format's own is missing. */
const TITLES = ['title', 'dc:title', 'itunes:title', 'media:title']
const DESCRIPTIONS = [
  'description',
  'subtitle',
  'tagline',
  'dc:description',
  'itunes:summary',
  'itunes:subtitle',
  'abstract',
  'info',
  'summary',
  'googleplay:description',
]

/** The title of a feed or entry; empty where there is none. */
export function titleIn(group: Group): string {
  return firstOf(group, TITLES, line) ?? ''
}

/** What a feed says of itself; empty where it says nothing. */
export function descriptionIn(group: Group): string {
  return firstOf(group, DESCRIPTIONS, line) ?? ''
}

/** The line that an element says, null where that is nothing. */
export function line(element: XmlElement): string | null {
  return lineSaidBy(element) || null
}
