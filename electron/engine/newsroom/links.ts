import type { Document, Element } from 'domhandler'
import { isSameSite, linkKey, resolveLink } from './addresses.ts'
import { attribute, eachElement, isSilent } from './dom.ts'
import { classTokens } from './signatures.ts'

/** A link as it stands in a page, with what tells where it belongs. */
export interface PageLink {
  /** The `<a>`, or the card that a script makes a link of. */
  readonly element: Element
  /** Absolute, without fragment. */
  readonly url: string
  /** For comparing: two links of one key lead to the same place. */
  readonly key: string
  /** True where it leads to another organisation's site (P04). */
  readonly isForeign: boolean
  /** Tag path from the body with telling class names; the same for all items of a list. */
  readonly path: string
  /** Tag path alone: the same even where each item has classes of its own. */
  readonly tags: string
}

/** More links than this are a trap or a site map (P06). */
const MOST_LINKS = 4_000

/** Every link of a page that can be followed, in its order; those to the page itself left out. */
export function collectLinks(root: Document, base: string, pageUrl: string): PageLink[] {
  const links: PageLink[] = []
  const pageKey = linkKey(pageUrl)
  const site = siteMemory(pageUrl)
  const walk = (parent: Document | Element, path: string, tags: string): void => {
    eachChildElement(parent, (element) => {
      if (isSilent(element) && element.name !== 'noscript') return
      const named = `${path}>${element.name}${classTokens(element)}`
      const tagged = `${tags}>${element.name}`
      const url = links.length < MOST_LINKS ? addressOf(element, base) : null
      const key = url === null ? '' : linkKey(url)
      if (url !== null && key !== pageKey) links.push({ element, url, key, isForeign: !site(url), path: named, tags: tagged })
      walk(element, named, tagged)
    })
  }
  walk(root, '', '')
  return links
}

function eachChildElement(parent: Document | Element, visit: (element: Element) => void): void {
  eachElement(parent, (element) => {
    visit(element)
    return false
  })
}

const SCRIPTED = /(?:location(?:\.href)?\s*=\s*|window\.open\(\s*|location\.assign\(\s*)(?:'([^']{1,500})'|"([^"]{1,500})")/u

function addressOf(element: Element, base: string): string | null {
  if (element.name === 'a') return resolveLink(attribute(element, 'href'), base)
  const script = attribute(element, 'onclick')
  const parts = script === '' ? null : SCRIPTED.exec(script.slice(0, 1_000))
  const written = parts?.[1] ?? parts?.[2] ?? (attribute(element, 'data-href') || attribute(element, 'data-link'))
  return written === '' || element.name === 'button' ? null : resolveLink(written, base)
}

// Thousands of links share a few hosts.
function siteMemory(pageUrl: string): (url: string) => boolean {
  const known = new Map<string, boolean>()
  return (url) => {
    const host = /^[a-z]+:\/\/[^/?#]*/iu.exec(url)?.[0] ?? url
    const isKnown = known.get(host) ?? isSameSite(url, pageUrl)
    known.set(host, isKnown)
    return isKnown
  }
}
