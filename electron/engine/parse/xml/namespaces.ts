import type { Namespaces } from './xmlElement.ts'

/** The words of RSS, RDF, Atom and CDF are told apart by nobody: publishers mix them, so they share one space. */
const CORE = ''

/** Usual prefixes by namespace; feeds give them others. Ends and letter case of the addresses vary in the wild. */
const PREFIX_OF = new Map<string, string>([
  ['http://backend.userland.com/rss', CORE],
  ['http://backend.userland.com/rss2', CORE],
  ['http://backend.userland.com/rss2.1', CORE],
  ['http://blogs.law.harvard.edu/tech/rss', CORE],
  ['http://cyber.law.harvard.edu/rss', CORE],
  ['http://cyber.law.harvard.edu/rss/rss.html', CORE],
  ['http://purl.org/rss/1.0', CORE],
  ['http://purl.org/rss/1.0/modules/rss091', CORE],
  ['http://my.netscape.com/rdf/simple/0.9', CORE],
  ['http://my.netscape.com/publish/formats/rss-0.91.dtd', CORE],
  ['http://channel.netscape.com/rdf/simple/0.9', CORE],
  ['http://example.com/newformat', CORE],
  ['http://example.com/necho', CORE],
  ['http://purl.org/echo', CORE],
  ['uri/of/echo/namespace', CORE],
  ['http://purl.org/pie', CORE],
  ['http://purl.org/atom/ns', CORE],
  ['http://www.w3.org/2005/atom', CORE],
  ['https://www.w3.org/2005/atom', CORE],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/dc/elements/1.0', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/syndication', 'sy'],
  ['http://purl.org/rss/1.0/modules/slash', 'slash'],
  ['http://purl.org/rss/1.0/modules/taxonomy', 'taxo'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['https://search.yahoo.com/mrss', 'media'],
  ['http://tools.search.yahoo.com/mrss', 'media'],
  ['http://video.search.yahoo.com/mrss', 'media'],
  ['http://www.rssboard.org/media-rss', 'media'],
  ['https://www.rssboard.org/media-rss', 'media'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://webfeeds.org/rss/1.0', 'webfeeds'],
  ['http://prismstandard.org/namespaces/1.2/basic', 'prism'],
  ['http://prismstandard.org/namespaces/basic/2.0', 'prism'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://wellformedweb.org/commentapi', 'wfw'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1998/math/mathml', 'math'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['urn:newsdesk:opml', 'newsdesk'],
])

/** Prefixes that stand for the shared words where a document forgot to declare them. */
const CORE_PREFIXES = new Set(['', 'atom', 'atom03', 'atom10', 'a10', 'rss'])

/** Prefixes that are known in one place; no feed has a tenth of them. */
const MOST_PREFIXES = 100

/** What prefixes mean before a document declares any. */
export const noNamespaces: Namespaces = { spaces: new Map(), keys: new Map() }

/** What prefixes mean inside an element with these attributes. */
export function namespacesWithin(outer: Namespaces, attributes: readonly string[]): Namespaces {
  let spaces: Map<string, string> | null = null
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at] ?? ''
    if (!name.startsWith('xmlns')) continue
    const prefix = name === 'xmlns' ? '' : name.slice('xmlns:'.length)
    const space = spaceOf(attributes[at + 1] ?? '', prefix)
    const known: ReadonlyMap<string, string> = spaces ?? outer.spaces
    if (known.get(prefix) === space || known.size >= MOST_PREFIXES) continue
    spaces ??= new Map(known)
    spaces.set(prefix, space)
  }
  return spaces === null ? outer : { spaces, keys: new Map() }
}

/** The key of an element by its name as written: see `XmlElement.key`. */
export function keyOf(qualifiedName: string, names: Namespaces): string {
  const known = names.keys.get(qualifiedName)
  if (known !== undefined) return known
  const colon = qualifiedName.indexOf(':')
  const prefix = colon < 0 ? '' : qualifiedName.slice(0, colon)
  const localName = qualifiedName.slice(colon + 1)
  const space = names.spaces.get(prefix) ?? undeclaredSpace(prefix)
  const key = space === CORE ? localName : `${space}:${localName}`
  names.keys.set(qualifiedName, key)
  return key
}

function spaceOf(uri: string, prefix: string): string {
  const trimmed = uri.trim().toLowerCase().replace(/[/#]$/, '')
  return PREFIX_OF.get(trimmed) ?? undeclaredSpace(prefix)
}

function undeclaredSpace(prefix: string): string {
  return CORE_PREFIXES.has(prefix) ? CORE : prefix
}
