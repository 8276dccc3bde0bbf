import { DomHandler, Document, Element, Text, type ChildNode } from 'domhandler'
import { Parser } from 'htmlparser2'

/** What bounds the work on one page (P02). `text` counts what is not inside scripts and styles. */
export const PAGE_CAPS = { characters: 4_000_000, text: 1_048_576, elements: 20_000, depth: 256 } as const

/** Parses as far as the caps allow; what was read before a cap stays readable. No script runs, nothing is fetched. */
export function parseDom(html: string): Document {
  const handler = new CappedHandler()
  const parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true })
  handler.stop = () => parser.pause()
  parser.write(html.slice(0, PAGE_CAPS.characters))
  if (!handler.isFull) parser.end()
  return handler.root
}

// A deep stack costs the parser quadratic time, so depth is counted while it runs, not afterwards.
class CappedHandler extends DomHandler {
  isFull = false
  stop: () => void = () => {}
  private elements = 0
  private depth = 0
  private text = 0
  private silent = 0

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    if (this.isFull) return
    this.elements += 1
    this.depth += 1
    if (SOURCE.has(name)) this.silent += 1
    super.onopentag(name, attributes)
    if (this.elements > PAGE_CAPS.elements || this.depth > PAGE_CAPS.depth) this.fill()
  }

  override onclosetag(): void {
    this.depth -= 1
    this.silent = 0
    super.onclosetag()
  }

  override ontext(data: string): void {
    if (this.isFull) return
    super.ontext(data)
    if (this.silent === 0) this.text += data.length
    if (this.text > PAGE_CAPS.text) this.fill()
  }

  private fill(): void {
    this.isFull = true
    this.stop()
  }
}

const SOURCE = new Set(['script', 'style'])
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'select', 'textarea', 'object', 'head'])

/** Whether a person never reads an element's inside as a statement of the page. A form around a whole page is one builder's habit. */
export function isSilent(element: Element): boolean {
  if (element.name === 'form') return !(element.parent instanceof Element) || element.parent.name !== 'body'
  return SILENT.has(element.name)
}

/** Calls back on every element below `from`, in the order of the page; `false` from the callback skips what is inside. */
export function eachElement(from: Document | Element, visit: (element: Element) => boolean | void): void {
  for (const child of from.children) {
    if (child instanceof Element && visit(child) !== false) eachElement(child, visit)
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

/** The element itself and those around it, the nearest first. */
export function chainOf(element: Element): Element[] {
  const found: Element[] = []
  for (let at: ChildNode | Document | null = element; at instanceof Element; at = at.parent as Element | Document | null) found.push(at)
  return found
}

/** All text inside a node, white space folded, at most `limit` characters. */
export function textOf(node: ChildNode | Document, limit = 500): string {
  const parts: string[] = []
  gather(node, parts, { left: limit * 4 })
  return foldSpace(parts.join('')).slice(0, limit)
}

function gather(node: ChildNode | Document, into: string[], budget: { left: number }): void {
  if (budget.left <= 0) return
  if (node instanceof Text) {
    into.push(node.data.slice(0, budget.left))
    budget.left -= node.data.length
  } else if (node instanceof Element || node instanceof Document) {
    if (node instanceof Element && node.name === 'br') into.push(' ')
    for (const child of node.children) gather(child, into, budget)
  }
}

/** White space of every kind folded to single spaces, invisible characters dropped. */
export function foldSpace(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
