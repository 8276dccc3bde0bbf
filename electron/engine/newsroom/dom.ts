import { DomHandler, Document, Element, Text, type ChildNode } from 'domhandler'
import { Parser } from 'htmlparser2'

/** What bounds the work on one page: a list of news stands well within it, a hostile page does not get further (P02). */
export const PAGE_CAPS = { characters: 4_000_000, elements: 60_000, depth: 300, scriptCharacters: 3_000_000 } as const

/** A parsed page: no script runs in it, nothing is fetched by it. `isCut` where a cap ended it early. */
export interface Dom {
  readonly root: Document
  readonly isCut: boolean
}

/** Parses as far as the caps allow; what was read before a cap stays readable. */
export function parseDom(html: string): Dom {
  const handler = new CappedHandler()
  const parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true })
  handler.stop = () => parser.pause()
  parser.write(html.slice(0, PAGE_CAPS.characters))
  if (!handler.isFull) parser.end()
  return { root: handler.root, isCut: handler.isFull || html.length > PAGE_CAPS.characters }
}

// A deep stack costs the parser quadratic time, so depth is counted while it runs, not afterwards.
class CappedHandler extends DomHandler {
  isFull = false
  stop: () => void = () => {}
  private elements = 0
  private depth = 0

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    if (this.isFull) return
    this.elements += 1
    this.depth += 1
    super.onopentag(name, attributes)
    if (this.elements <= PAGE_CAPS.elements && this.depth <= PAGE_CAPS.depth) return
    this.isFull = true
    this.stop()
  }

  override onclosetag(): void {
    this.depth -= 1
    super.onclosetag()
  }

  override ontext(data: string): void {
    if (!this.isFull) super.ontext(data)
  }
}

/** Whether a node is an element, for narrowing. */
export function isElement(node: ChildNode): node is Element {
  return node instanceof Element
}

/** Calls back on every element below `from`, in the order of the page; `false` from the callback skips what is inside. */
export function eachElement(from: Document | Element, visit: (element: Element) => boolean | void): void {
  for (const child of from.children) {
    if (isElement(child) && visit(child) !== false) eachElement(child, visit)
  }
}

/** The element's attribute, trimmed; empty where it is missing. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name]?.trim() ?? ''
}

/** The class and id of an element, in lower case: where builders write what a part is. */
export function namesOf(element: Element): string {
  return `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.toLowerCase()
}

/** The elements around a node, the nearest first, without the document. */
export function ancestorsOf(element: Element): Element[] {
  const found: Element[] = []
  for (let parent = element.parent; parent instanceof Element; parent = parent.parent) found.push(parent)
  return found
}

const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'select', 'textarea', 'object', 'head'])
const INLINE = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'span',
  'font',
  'small',
  'big',
  'mark',
  'abbr',
  'time',
  'label',
  'sub',
  'sup',
  'wbr',
  'bdi',
])

/** Whether an element's inside is never read by a person. */
export function isSilent(element: Element): boolean {
  return SILENT.has(element.name)
}

/** Whether an element runs on in the line of its neighbours. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.name)
}

/** What a person reads inside a node: white space folded, blocks parted by a space, at most `limit` characters. */
export function textOf(node: ChildNode | Document, limit = 2_000): string {
  const parts: string[] = []
  gatherText(node, parts, { left: limit * 2 })
  return foldSpace(parts.join('')).slice(0, limit)
}

function gatherText(node: ChildNode | Document, into: string[], budget: { left: number }): void {
  if (budget.left <= 0) return
  if (node instanceof Text) {
    into.push(node.data.slice(0, budget.left))
    budget.left -= node.data.length
    return
  }
  if (!(node instanceof Element) && !(node instanceof Document)) return
  if (node instanceof Element && isSilent(node)) return
  const parts = node instanceof Element && !isInline(node)
  if (parts) into.push(' ')
  for (const child of node.children) gatherText(child, into, budget)
  if (parts) into.push(' ')
}

/** White space of every kind folded to single spaces, invisible characters dropped. */
export function foldSpace(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
