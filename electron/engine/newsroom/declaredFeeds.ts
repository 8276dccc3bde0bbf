import type { Document, Element } from 'domhandler'
import { baseAddress, isSameSite, parsedUrl, resolveLink } from './addresses.ts'
import { attribute, eachElement, parseDom, textOf } from './dom.ts'

/** A feed that a page names. `format` as far as the page tells; `title` null where it gives none. */
export interface DeclaredFeed {
  readonly url: string
  readonly title: string | null
  readonly format: 'rss' | 'rdf' | 'atom' | 'json' | 'unknown'
}

const MOST_FEEDS = 12

/** The feeds that a page declares in its head, then those that it links to where people see it; feeds of comments last. */
export function declaredFeeds(html: string, url: string): DeclaredFeed[] {
  const { root } = parseDom(html)
  const base = baseAddress(url, baseHref(root))
  const declared: DeclaredFeed[] = []
  const linked: DeclaredFeed[] = []
  eachElement(root, (element) => {
    if (element.name === 'link') push(declared, alternateFeed(element, base))
    if (element.name === 'a') push(linked, linkedFeed(element, base))
  })
  return withoutDoubles([...declared, ...linked].sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)))).slice(0, MOST_FEEDS)
}

/** The raw `href` of a page's first `<base>`, or null. */
export function baseHref(root: Document): string | null {
  let found: string | null = null
  eachElement(root, (element) => {
    if (found === null && element.name === 'base' && element.attribs['href'] !== undefined) found = element.attribs['href']
    return found === null
  })
  return found
}

function push(list: DeclaredFeed[], feed: DeclaredFeed | null): void {
  if (feed !== null) list.push(feed)
}

const FORMATS: readonly (readonly [RegExp, DeclaredFeed['format']])[] = [
  [/^application\/(?:x-)?rss\+xml/u, 'rss'],
  [/^(?:application|text)\/(?:x-)?rss$/u, 'rss'],
  [/^application\/(?:x-)?atom\+xml/u, 'atom'],
  [/^application\/rdf\+xml/u, 'rdf'],
  [/^application\/feed\+json/u, 'json'],
  [/^application\/json$/u, 'json'],
  [/^(?:application|text)\/xml/u, 'unknown'],
]

function alternateFeed(element: Element, base: string): DeclaredFeed | null {
  const relations = attribute(element, 'rel').toLowerCase().split(/\s+/u)
  if (!relations.includes('alternate') && !relations.includes('feed')) return null
  const type = attribute(element, 'type').toLowerCase()
  const format = FORMATS.find(([pattern]) => pattern.test(type))?.[1] ?? (relations.includes('feed') ? 'unknown' : null)
  const url = resolveFeed(attribute(element, 'href'), base)
  if (format === null || url === null || isOtherThanFeed(url, format, type)) return null
  return { url, title: attribute(element, 'title') || null, format }
}

// WordPress declares its programming interface as `application/json`; plain XML alternates are as often data as feeds.
function isOtherThanFeed(url: string, format: DeclaredFeed['format'], type: string): boolean {
  if (/\/wp-json\/|\/oembed|\/api\//iu.test(url)) return true
  if (type === 'application/json') return !/feed|rss/iu.test(url)
  return format === 'unknown' && !/feed|rss|atom|rdf/iu.test(url)
}

const FEED_PATH = /(?:^|[/._-])(?:feeds?|rss\d?|atom|rdf)(?:\.(?:xml|json|php|aspx?|rdf))?\/?$|\.(?:rss|atom|rdf)$/iu
const FEED_FILE = /\.xml$/iu
const FEED_WORD = /\b(?:rss|atom|feed)\b/iu

function linkedFeed(element: Element, base: string): DeclaredFeed | null {
  const url = resolveFeed(attribute(element, 'href'), base)
  const parsed = url === null ? null : parsedUrl(url)
  if (url === null || parsed === null) return null
  const label = attribute(element, 'title') || textOf(element, 120)
  const isFeed =
    FEED_PATH.test(parsed.pathname) ||
    (FEED_FILE.test(parsed.pathname) && FEED_WORD.test(`${parsed.pathname} ${label}`)) ||
    isFeedQuery(parsed)
  if (!isFeed || (!isSameSite(url, base) && !/^feeds?\./iu.test(parsed.hostname))) return null
  return { url, title: label || null, format: formatOfPath(parsed.pathname) }
}

function isFeedQuery(url: URL): boolean {
  return /^(?:rss2?|atom|rdf)$/iu.test(url.searchParams.get('feed') ?? url.searchParams.get('format') ?? '')
}

function formatOfPath(path: string): DeclaredFeed['format'] {
  if (/atom/iu.test(path)) return 'atom'
  if (/\.json$/iu.test(path)) return 'json'
  if (/\.rdf$/iu.test(path)) return 'rdf'
  return /rss/iu.test(path) ? 'rss' : 'unknown'
}

// `feed:` was an address scheme for readers, before or in place of http.
function resolveFeed(raw: string, base: string): string | null {
  const plain = raw.replace(/^feed:(?=https?:)/iu, '').replace(/^feed:\/\//iu, 'http://')
  return resolveLink(plain, base)
}

function isOfComments(feed: DeclaredFeed): boolean {
  return (
    /\/comments?\b|[?&]feed=comments/iu.test(feed.url) ||
    /\bcomments?\b|评论|コメント|kommentar|commentaire|comentario/iu.test(feed.title ?? '')
  )
}

function withoutDoubles(feeds: DeclaredFeed[]): DeclaredFeed[] {
  const seen = new Set<string>()
  return feeds.filter((feed) => !seen.has(feed.url) && seen.add(feed.url))
}
