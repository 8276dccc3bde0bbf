import { attribute, type XmlElement } from './xml/xmlElement.ts'

/** Elements that make a document a feed, and the format that each means. CDF, which has only a `channel`, reads like RSS. */
export const ROOTS: ReadonlyMap<string, 'rss' | 'rdf' | 'atom'> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
])

/** Elements whose own text is only the white space between what they hold. */
export const CONTAINERS: ReadonlySet<string> = new Set([...ROOTS.keys(), 'item', 'entry', 'items', 'rdf:seq', 'media:group'])

/** Elements that hold a line of text and no other element of a feed; without an end tag they end where the next begins. */
const LINES = new Set(
  'title link guid id pubdate published updated issued modified created category comments language copyright generator ttl docs'.split(' '),
)
const AFTER_LINES = new Set([
  ...LINES,
  ...'description summary content author contributor managingeditor webmaster lastbuilddate image enclosure source item entry rights'.split(
    ' ',
  ),
])
const MODULES = /^(?:dc|dcterms|content|media|itunes|slash|wfw|sy|thr|prism|georss|feedburner):/

/** Whether an element is an article. */
export function isEntry(key: string): boolean {
  return key === 'item' || key === 'entry'
}

/** How many open elements the opening of another one ends, because their publisher forgot to. */
export function endedBy(key: string, open: readonly XmlElement[]): number {
  const top = open.at(-1)
  if (isEntry(key)) {
    const at = open.findIndex((element) => isEntry(element.key))
    if (at >= 0) return open.slice(at + 1).some(holdsXml) ? 0 : open.length - at
  }
  if (top === undefined || !LINES.has(top.key)) return 0
  // The names of lines are names of HTML too (`title`, `link`), so only a line that is not XHTML ends.
  return (AFTER_LINES.has(key) || MODULES.test(key)) && !holdsXml(top) ? 1 : 0
}

function holdsXml(element: XmlElement): boolean {
  const type = attribute(element, 'type')?.toLowerCase() ?? ''
  return type === 'xhtml' || type.endsWith('xml')
}
