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
  for (const attribute of Object.keys(attributes)) start += ` ${attribute}="${quoted(attributes[attribute] ?? '')}"`
  return EMPTY_ELEMENTS.has(name) ? `${start} />` : `${start}>${writeMarkup(children)}</${name}>`
}

function quoted(value: string): string {
  return /[&<>"]/.test(value) ? escaped(value).replaceAll('"', '&quot;') : value
}

function escaped(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
}
