import { Element } from 'domhandler'
import { attribute, namesOf, textOf } from './dom.ts'
import type { PageLink } from './links.ts'
import { ASIDE_HEADING, ASIDE_WORDS } from './words.ts'

/** The part of a page that something stands in; null for its main matter. */
export type Region = 'nav' | 'footer' | 'header' | 'aside' | null

/** Tells the region of every element of a page; remembers what it found. */
export type RegionReader = (element: Element) => Region

/** A reader for the page that these links are from: a wrapper around most of them is no region, whatever its name. */
export function regionReader(links: readonly PageLink[]): RegionReader {
  const counts = linkCounts(links)
  const most = Math.max(1, links.length * 0.55)
  const known = new Map<Element, Region>()
  const read = (element: Element): Region => {
    const before = known.get(element)
    if (before !== undefined) return before
    const above = element.parent instanceof Element ? read(element.parent) : null
    const region = above ?? ownRegion(element, (counts.get(element) ?? 0) > most)
    known.set(element, region)
    return region
  }
  return read
}

function linkCounts(links: readonly PageLink[]): Map<Element, number> {
  const counts = new Map<Element, number>()
  for (const link of links) {
    for (let at = link.element.parent; at instanceof Element; at = at.parent) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return counts
}

function ownRegion(element: Element, isWrapper: boolean): Region {
  if (element.name === 'body' || element.name === 'html' || element.name === 'main') return null
  const role = attribute(element, 'role')
  if (element.name === 'nav' || role === 'navigation' || role === 'menubar' || role === 'search') return 'nav'
  const isOfPage = !isInCard(element)
  if (isOfPage && (element.name === 'footer' || role === 'contentinfo')) return 'footer'
  if (isOfPage && (element.name === 'header' || role === 'banner') && !isWrapper) return 'header'
  if (element.name === 'aside' || role === 'complementary') return 'aside'
  return isWrapper ? null : (namedRegion(namesOf(element)) ?? (hasAsideHeading(element) ? 'aside' : null))
}

function hasAsideHeading(element: Element): boolean {
  const heading = element.children.find((child): child is Element => child instanceof Element && child.name !== 'img')
  if (heading === undefined || !/^(?:h[1-6]|p|div|span|strong|dt|header)$/u.test(heading.name)) return false
  const text = textOf(heading, 40)
  return text.length < 32 && ASIDE_HEADING.test(text)
}

function namedRegion(names: string): Region {
  if (names.trim() === '' || !ASIDE_WORDS.test(names)) return null
  if (/(?:^|[^a-z])(?:foot(?:er)?|copyright|friend-?links?)(?:$|[^a-z])/u.test(names)) return 'footer'
  return /(?:^|[^a-z])(?:nav(?:bar|igation|i)?|menu|mega-?menu|sub-?menu|drop-?down|breadcrumbs?|pagination|pager|top-?bar)(?:$|[^a-z])/u.test(
    names,
  )
    ? 'nav'
    : 'aside'
}

// Cards have headers and footers of their own.
function isInCard(element: Element): boolean {
  for (let at = element.parent; at instanceof Element; at = at.parent) {
    if (at.name === 'article' || at.name === 'li' || at.name === 'main' || at.name === 'section') return true
  }
  return false
}
