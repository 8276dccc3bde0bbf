import { Parser } from 'htmlparser2'

/** A piece of an HTML text: text, or an element with what stands in it. Comments and instructions are gone. */
export type MarkupNode = string | MarkupElement

/** `name` and the attributes' names are lower case, values decoded. */
export interface MarkupElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}

/** Elements that have no content and no end tag. */
export const EMPTY_ELEMENTS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'col', 'wbr'])

/** Reads markup that has been cut at its caps. `isXhtml`: `<p/>` is a whole element, not an opening tag. */
export function readMarkup(html: string, isXhtml = false): MarkupNode[] {
  const root: MarkupNode[] = []
  const around: MarkupNode[][] = []
  let siblings = root
  // The tokenizer hands an entity over as a text of its own, and a text does not end at a comment.
  let text = ''
  const closeText = (): void => {
    if (text !== '') siblings.push(text)
    text = ''
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        closeText()
        const children: MarkupNode[] = []
        siblings.push({ name, attributes, children })
        around.push(siblings)
        siblings = children
      },
      ontext(piece) {
        text += piece
      },
      onclosetag() {
        closeText()
        siblings = around.pop() ?? root
      },
    },
    { recognizeSelfClosing: isXhtml },
  )
  parser.end(html)
  closeText()
  return root
}

/** Markup so plain that every parser reads it alike: quoted values, no bare `<`, `>` or `&`. */
export function writeMarkup(nodes: readonly MarkupNode[]): string {
  let html = ''
  for (const node of nodes) html += typeof node === 'string' ? escaped(node) : writeElement(node)
  return html
}

/** The text of nodes, as it stands. */
export function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('')
}

/** The first `most` characters or more of the nodes' text, without reading the rest. */
export function textUpTo(nodes: readonly MarkupNode[], most: number): string {
  let text = ''
  for (const node of nodes) {
    if (text.length >= most) break
    text += typeof node === 'string' ? node : textUpTo(node.children, most - text.length)
  }
  return text
}

/** All elements of a tree in its order. */
export function elementsOf(nodes: readonly MarkupNode[]): MarkupElement[] {
  const found: MarkupElement[] = []
  collect(nodes, found)
  return found
}

function collect(nodes: readonly MarkupNode[], found: MarkupElement[]): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    found.push(node)
    collect(node.children, found)
  }
}

function writeElement({ name, attributes, children }: MarkupElement): string {
  let start = `<${name}`
  for (const attribute of Object.keys(attributes)) {
    start += ` ${attribute}="${escaped(attributes[attribute] ?? '').replaceAll('"', '&quot;')}"`
  }
  return EMPTY_ELEMENTS.has(name) ? `${start} />` : `${start}>${writeMarkup(children)}</${name}>`
}

function escaped(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
