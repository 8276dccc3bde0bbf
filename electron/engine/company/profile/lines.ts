import { Element, Text, type ChildNode, type Document } from 'domhandler'
import { attribute, isSilent, namesOf } from './dom.ts'
import { foreignFrom, isForeignElement, isForeignHeading } from './foreign.ts'
import { openProtectedMail } from './mailAddress.ts'

/** Which part of a page a line stands in. */
export type Region = 'header' | 'main' | 'footer'

/** A line as a person reads it, with what it links to. Lines about other companies are not among a page's lines. */
export interface Line {
  readonly text: string
  readonly region: Region
  /** 1 to 6 for a heading, else 0. */
  readonly level: number
  /** Whether it stands in an `<address>` or an element named like one. */
  readonly isInAddress: boolean
  readonly links: readonly LineLink[]
}

/** A link in a line; `start` and `end` are offsets in its text. */
export interface LineLink {
  readonly href: string
  readonly start: number
  readonly end: number
}

/** A page's own lines, and where it links to: pictures and empty elements among them, which no line holds. */
export interface PageLines {
  readonly lines: readonly Line[]
  readonly links: readonly PageLink[]
}

/** A link that is the company's own to make: not one of its agency or partners. */
export interface PageLink {
  readonly href: string
  readonly region: Region
}

const MOST_LINES = 6_000
const LONGEST_LINE = 2_000

/** The page's own lines in reading order; what tells of partners, dealers or the site's builder is left out. */
export function linesOf(root: Document): PageLines {
  const writer = new LineWriter()
  writer.walk(root, { region: 'main', isForeign: false, isInAddress: false })
  writer.endLine()
  return { lines: writer.lines, links: writer.links }
}

interface Place {
  readonly region: Region
  readonly isForeign: boolean
  readonly isInAddress: boolean
}

const INLINE = new Set(
  'a b strong i em u s span font small big mark abbr time label sub sup wbr bdi bdo code q cite img input button picture source ins del data acronym tt'.split(
    ' ',
  ),
)

class LineWriter {
  readonly lines: Line[] = []
  readonly links: PageLink[] = []
  private text = ''
  private lineLinks: LineLink[] = []
  private place: Place = { region: 'main', isForeign: false, isInAddress: false }
  private level = 0
  // The level of the heading that opened a part about others, or null outside such a part.
  private foreignLevel: number | null = null
  private foreignRegion: Region = 'main'
  private foreignLines = 0
  private isNextForeign = false

  walk(node: ChildNode | Document, place: Place): void {
    if (this.lines.length >= MOST_LINES) return
    if (node instanceof Text) this.add(node.data, place)
    else if (node instanceof Element) this.walkElement(node, place)
    else if ('children' in node) for (const child of node.children) this.walk(child, place)
  }

  endLine(): void {
    const text = this.text.trimEnd().slice(0, LONGEST_LINE)
    const { lineLinks: links, place, level } = this
    this.text = ''
    this.lineLinks = []
    if (text !== '') this.keep({ text, region: place.region, level, isInAddress: place.isInAddress, links }, place)
  }

  private walkElement(element: Element, around: Place): void {
    if (isSilent(element)) return
    const place = placeOf(element, around)
    if (INLINE.has(element.name)) return this.walkInline(element, place)
    const before = this.foreignLevel
    this.endLine()
    const level = headingLevel(element)
    if (level > 0) this.level = level
    for (const child of element.children) this.walk(child, place)
    this.endLine()
    if (level > 0) this.level = 0
    // A part about others ends with the block that holds its heading and its text.
    if (this.foreignLines > 0 && this.foreignLevel !== before) this.foreignLevel = before
  }

  private walkInline(element: Element, place: Place): void {
    const hidden = attribute(element, 'data-cfemail')
    if (hidden !== '') return this.add(openProtectedMail(hidden), place)
    const start = this.text.length
    for (const child of element.children) this.walk(child, place)
    const href = element.name === 'a' ? attribute(element, 'href') : ''
    const isOwn = !place.isForeign && this.foreignLevel === null && foreignFrom(this.text) === null
    if (href !== '' && isOwn && this.links.length < MOST_LINES) this.links.push({ href, region: place.region })
    // A block inside the link has ended lines: the link then belongs to no one line.
    if (href !== '' && start <= this.text.length) this.lineLinks.push({ href, start, end: this.text.length })
  }

  private add(raw: string, place: Place): void {
    if (this.text === '') this.place = place
    const text = raw.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '').replace(/\s+/gu, ' ')
    this.text += this.text === '' || this.text.endsWith(' ') ? text.trimStart() : text
  }

  private keep(line: Line, place: Place): void {
    const wasForetold = this.isNextForeign
    this.isNextForeign = false
    if (this.foreignLevel !== null && place.region !== this.foreignRegion) this.foreignLevel = null
    // "Design:" on a line of its own opens such a part as a heading does.
    if (line.level > 0 || (/[::]$/u.test(line.text) && isForeignHeading(line.text))) this.noteHeading({ ...line, level: line.level || 7 })
    else this.foreignLines += 1
    if (place.isForeign || this.foreignLevel !== null || (wasForetold && line.level === 0)) return
    const cut = foreignFrom(line.text)
    if (cut !== null) this.isNextForeign = /(?:[:：]|\bby|\bvon)\s*$/iu.test(line.text)
    const own =
      cut === null ? line : { ...line, text: line.text.slice(0, cut).trim(), links: line.links.filter((link) => link.start < cut) }
    if (own.text !== '') this.lines.push(own)
  }

  private noteHeading(line: Line): void {
    if (isForeignHeading(line.text)) {
      this.foreignLevel = Math.min(line.level, this.foreignLevel ?? 9)
      this.foreignRegion = line.region
      this.foreignLines = 0
    } else if (this.foreignLevel !== null && line.level <= this.foreignLevel) this.foreignLevel = null
  }
}

function headingLevel(element: Element): number {
  if (/^h[1-6]$/u.test(element.name)) return Number(element.name[1])
  // Builders without headings write bold paragraphs and definition terms: they open parts as a low heading does.
  return element.name === 'dt' || element.name === 'legend' || isBoldParagraph(element) ? 6 : 0
}

function isBoldParagraph(element: Element): boolean {
  if (element.name !== 'p' && element.name !== 'div') return false
  const inside = element.children.filter((child) => !(child instanceof Text) || child.data.trim() !== '')
  return inside.length === 1 && inside[0] instanceof Element && (inside[0].name === 'strong' || inside[0].name === 'b')
}

function placeOf(element: Element, around: Place): Place {
  const region = regionOf(element) ?? around.region
  const isForeign = around.isForeign || isForeignElement(element)
  const isInAddress =
    around.isInAddress || element.name === 'address' || /(?:^|[\s_-])(?:address|adr|anschrift|dizhi)(?:[\s_-]|$)/u.test(namesOf(element))
  return region === around.region && isForeign === around.isForeign && isInAddress === around.isInAddress
    ? around
    : { region, isForeign, isInAddress }
}

function regionOf(element: Element): Region | null {
  if (element.name === 'footer') return 'footer'
  if (element.name === 'header' || element.name === 'nav') return 'header'
  if (element.name !== 'div' && element.name !== 'section' && element.name !== 'table' && element.name !== 'td') return null
  const names = namesOf(element)
  if (/(?:^|[\s_-])(?:footer|foot|bottom|fuss|copyright|page-?footer|site-?footer)(?:[\s_-]|$)/u.test(names)) return 'footer'
  return /(?:^|[\s_-])(?:header|top-?bar|topbar|masthead|site-?header|navbar|head)(?:[\s_-]|$)/u.test(names) ? 'header' : null
}
