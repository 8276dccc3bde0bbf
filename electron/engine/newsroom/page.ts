import type { Document, Element } from 'domhandler'
import type { EpochMs } from '../../../shared/time.ts'
import { baseAddress } from './addresses.ts'
import { baseHref } from './declaredFeeds.ts'
import { attribute, eachElement, parseDom, textOf } from './dom.ts'
import { collectLinks, type PageLink } from './links.ts'

/** What the engine knows when it hands over a page. */
export interface PageContext {
  /** The final address of the page, after redirects. */
  readonly url: string
  readonly now: EpochMs
  /** Reads a date as publishers write it, with zones and all; null where it says nothing. */
  readonly readDate: (raw: string) => EpochMs | null
}

/** A page taken apart once, for all that look at it. */
export interface NewsPage extends PageContext {
  readonly root: Document
  /** What links are relative to. */
  readonly base: string
  readonly links: readonly PageLink[]
  /** The same links by what they lead to. */
  readonly linksByKey: ReadonlyMap<string, readonly PageLink[]>
  readonly title: string
  readonly headline: string
  readonly siteName: string | null
  /** A BCP 47 tag in lower case as written; empty where the page has none. */
  readonly language: string
  readonly isCut: boolean
}

/** Parses a page and gathers its links. */
export function openPage(html: string, context: PageContext): NewsPage {
  const { root, isCut } = parseDom(html)
  const base = baseAddress(context.url, baseHref(root))
  const links = collectLinks(root, base, context.url)
  return { ...context, root, base, isCut, links, linksByKey: Map.groupBy(links, (link) => link.key), ...aboutPage(root) }
}

function aboutPage(root: Document): Pick<NewsPage, 'title' | 'headline' | 'siteName' | 'language'> {
  const about = { title: '', headline: '', siteName: null as string | null, language: '' }
  eachElement(root, (element) => noteAbout(element, about))
  return about
}

function noteAbout(element: Element, about: { title: string; headline: string; siteName: string | null; language: string }): boolean {
  switch (element.name) {
    case 'html':
      about.language = attribute(element, 'lang').toLowerCase()
      return true
    case 'title':
      about.title ||= element.children
        .map((child) => ('data' in child ? child.data : ''))
        .join('')
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, 300)
      return false
    case 'meta':
      if (attribute(element, 'property') === 'og:site_name') about.siteName ??= attribute(element, 'content').slice(0, 200) || null
      return false
    case 'h1':
      about.headline ||= textOf(element, 200)
      return false
    default:
      return true
  }
}
