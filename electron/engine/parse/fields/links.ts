import { isWebAddress, resolveAddress } from '../text/addresses.ts'
import { attribute, attributeOfAnyPrefix, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { contentAddress } from './bodies.ts'
import { all, firstOf, type Group } from './group.ts'

/** Where an entry leads. `element`: the entry itself, whose attributes count in CDF and RDF. */
export function entryLink(group: Group, element: XmlElement): string | null {
  return (
    pageLink(group) ??
    firstOf(group, ['guid'], permalinkOf) ??
    firstOf(group, ['feedburner:origlink'], writtenAddress) ??
    addressIn(element, attribute(element, 'href')) ??
    addressIn(element, contentAddress(group)) ??
    aboutAddress(element)
  )
}

/** The site that a feed belongs to. */
export function siteLink(group: Group, roots: readonly XmlElement[]): string | null {
  const linked = pageLink(group)
  if (linked !== null) return linked
  for (const element of roots) {
    const address = addressIn(element, attribute(element, 'href'))
    if (address !== null) return address
  }
  return null
}

/** The address that a link of this relation states: `self`, `enclosure`. */
export function linksOfRelation(group: Group, relation: string): readonly XmlElement[] {
  return all(group, 'link').filter((link) => relationOf(link) === relation && attribute(link, 'href') !== null)
}

/** An element's `href` or `url`, else its text, as an absolute address. */
export function writtenAddress(element: XmlElement): string | null {
  const stated = attribute(element, 'href') ?? attribute(element, 'url') ?? innerText(element)
  return addressIn(element, stated)
}

/** The first `link` with text (RSS), else the first alternate that is a page, else any alternate (Atom). */
function pageLink(group: Group): string | null {
  const links = all(group, 'link')
  const alternates = links.filter((link) => relationOf(link) === 'alternate')
  return (
    firstAddress(links, textAddress) ??
    firstAddress(alternates.filter(isPage), hrefAddress) ??
    firstAddress(alternates, hrefAddress) ??
    firstOf(group, ['url'], textAddress)
  )
}

function firstAddress(links: readonly XmlElement[], read: (link: XmlElement) => string | null): string | null {
  for (const link of links) {
    const address = read(link)
    if (address !== null) return address
  }
  return null
}

function relationOf(link: XmlElement): string {
  const relation = (attribute(link, 'rel') ?? '').trim().toLowerCase()
  return relation === '' || relation.endsWith('#alternate') || relation.endsWith('/alternate') ? 'alternate' : relation
}

function isPage(link: XmlElement): boolean {
  const type = (attribute(link, 'type') ?? '').trim().toLowerCase()
  return type === '' || type.startsWith('text/html') || type.startsWith('application/xhtml') || type === 'html'
}

function hrefAddress(link: XmlElement): string | null {
  return addressIn(link, attribute(link, 'href') ?? attributeOfAnyPrefix(link, 'resource'))
}

/** Text of a link; `&amp;` and `&b;` left in it are ampersands that were escaped twice or "mended" by the publisher's software. */
function textAddress(link: XmlElement): string | null {
  const text = innerText(link)
  return addressIn(link, text.includes('&') ? text.replaceAll('&amp;', '&').replace(/&([A-Za-z0-9_]{1,64});/g, '&$1') : text)
}

/** A guid is an address unless it says that it is not; one that says nothing must look like one. */
function permalinkOf(guid: XmlElement): string | null {
  const says = attribute(guid, 'ispermalink')?.trim().toLowerCase()
  const text = innerText(guid).trim()
  return says === 'true' || (says === undefined && isWebAddress(text)) ? addressIn(guid, text) : null
}

function aboutAddress(element: XmlElement): string | null {
  const about = attributeOfAnyPrefix(element, 'about') ?? ''
  return isWebAddress(about) ? addressIn(element, about) : null
}

function addressIn(element: XmlElement, raw: string | null): string | null {
  return raw === null ? null : resolveAddress(raw, element.baseUrl)
}
