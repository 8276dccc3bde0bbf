import type { EpochMs } from '../../../shared/time.ts'
import { CONTAINERS, endedBy, isEntry, ROOTS } from './feedRules.ts'
import { MOST_ENTRIES_READ } from './limits.ts'
import type { ParsedEntry, ParsedFeed } from './parsedFeed.ts'
import { readEntry } from './readEntry.ts'
import { readHead } from './readHead.ts'
import { readElements } from './xml/readElements.ts'
import { childElements, type XmlElement } from './xml/xmlElement.ts'

/** What an XML document turned out to be. */
export type XmlReading =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | { readonly kind: 'page' }
  | { readonly kind: 'other'; readonly rootKey: string | null }

/** Reads RSS 0.9 to 2.0, RDF 1.0, Atom 0.3 and 1.0 and CDF from a text that starts with its first element. */
export function readXmlFeed(text: string, about: { readonly url: string; readonly now: EpochMs }): XmlReading {
  const entries: ParsedEntry[] = []
  let format: ParsedFeed['format'] | null = null
  let unfinished: XmlElement | null = null
  let rootKey: string | null = null

  const document = readElements(text, {
    baseUrl: about.url,
    containers: CONTAINERS,
    opens(key, open) {
      rootKey ??= key
      if (open.length === 1 && isPageRoot(key)) return 'stop'
      format ??= ROOTS.get(key) ?? (open.length === 1 ? formatOfLoneEntry(key) : null)
      return endedBy(key, open)
    },
    closes(element, isWhole, open) {
      if (format === null || !isEntry(element.key) || open.some((outer) => isEntry(outer.key))) return 'keep'
      if (isWhole) entries.push(readEntry(element, about.now))
      else unfinished = element
      return entries.length < MOST_ENTRIES_READ ? 'drop' : 'stop'
    },
  })

  if (format === null) return rootKey !== null && isPageRoot(rootKey) ? { kind: 'page' } : { kind: 'other', rootKey }
  // An entry that broke off comes whole with the next reading; only where it is all there is, is it better than nothing.
  if (entries.length === 0 && unfinished !== null) entries.push(readEntry(unfinished, about.now))
  const head = readHead(speakersIn(document.roots), about.now)
  const isAtom = format === 'atom'
  return {
    kind: 'feed',
    feed: { ...head, format, entries: isAtom ? withAuthors(entries, head.authors ?? []) : entries, isCut: document.isCut },
  }
}

/** Whether a document that starts with this element is a page. */
export function isPageRoot(key: string): boolean {
  return key === 'html' || key === 'xhtml:html' || key === 'head' || key === 'body'
}

/** An entry may stand alone, as Atom allows. */
function formatOfLoneEntry(key: string): 'rss' | 'atom' | null {
  if (!isEntry(key)) return null
  return key === 'entry' ? 'atom' : 'rss'
}

/** The elements that speak for the feed: channels first, since a root holds little but them. */
function speakersIn(roots: readonly XmlElement[]): XmlElement[] {
  const found: XmlElement[] = []
  const search = (elements: readonly XmlElement[]): void => {
    for (const element of elements) {
      if (element.key === 'channel') found.unshift(element)
      else if (ROOTS.has(element.key)) found.push(element)
      if (ROOTS.has(element.key) || found.length === 0) search(childElements(element))
    }
  }
  search(roots)
  return found
}

/** RFC 4287, 4.2.1: an entry without an author is by the feed's. */
function withAuthors(entries: readonly ParsedEntry[], authors: readonly string[]): readonly ParsedEntry[] {
  if (authors.length === 0) return entries
  return entries.map((entry) => (entry.authors.length > 0 ? entry : { ...entry, authors }))
}
