import { BLOCKS, isLeaf } from './contentModel.ts'
import { type MarkupElement, type MarkupNode } from './markupTree.ts'

/** Elements that mean nothing when nothing stands in them. Cells stay: an empty one holds its place. */
const HOLLOW = new Set(
  (
    'p div span section article header footer main aside address h1 h2 h3 h4 h5 h6 blockquote pre code b strong i em u s del ins mark small ' +
    'sub sup abbr cite dfn q bdi bdo time a ul ol li dl dt dd details summary figure figcaption ruby kbd samp var'
  ).split(' '),
)

/** Containers in which line breaks in a row are meant as paragraphs. */
const SPLIT = new Set(['div', 'section', 'article', 'main', 'blockquote', 'p'])

/**
 * Tidies a settled tree, conservatively: white space folded outside `pre`, hollow elements and breaks at a block's edges removed,
 * two breaks in a row made into paragraphs.
 */
export function tidy(nodes: readonly MarkupNode[]): MarkupNode[] {
  const children: MarkupNode[] = []
  for (const node of nodes) tidyInto(children, node, false)
  return paragraphs(trimBreaks(children), true)
}

function tidyInto(tidied: MarkupNode[], node: MarkupNode, isPre: boolean): void {
  if (typeof node === 'string') {
    tidied.push(isPre ? node : folded(node))
    return
  }
  if (isTidyLeaf(node)) {
    tidied.push(node)
    return
  }
  const { name } = node
  const inside: MarkupNode[] = []
  for (const child of node.children) tidyInto(inside, child, isPre || name === 'pre')
  const children = BLOCKS.has(name) && name !== 'pre' ? trimBreaks(inside) : inside
  if (HOLLOW.has(name) && isHollow(children)) {
    // A hollow inline element leaves its white space, a block nothing.
    if (!BLOCKS.has(name)) pushAll(tidied, children)
  } else if (name === 'span' && isBare(node)) pushAll(tidied, children)
  else if (SPLIT.has(name)) for (const part of splitAtBreaks(node, children)) unwrapInto(tidied, part)
  else tidied.push({ name, attributes: node.attributes, children })
}

function folded(text: string): string {
  return /[\t\n\f\r]| {2}/.test(text) ? text.replace(/[\t\n\f\r ]+/g, ' ') : text
}

/** An element with words and nothing else, in which there is nothing to tidy. */
function isTidyLeaf(node: MarkupElement): boolean {
  const [text] = node.children
  return node.name !== 'span' && typeof text === 'string' && isLeaf(node) && folded(text) === text && !isBlank(text)
}

/** Spreading many thousand arguments would overflow the stack. */
function pushAll(nodes: MarkupNode[], more: readonly MarkupNode[]): void {
  for (const node of more) nodes.push(node)
}

/** Publishers' layers of boxes mean nothing without their styles: a bare box of blocks is its blocks. */
function unwrapInto(tidied: MarkupNode[], node: MarkupNode): void {
  const isWrapper =
    isElement(node, 'div') &&
    isBare(node) &&
    node.children.every((child) => (typeof child === 'string' ? isBlank(child) : BLOCKS.has(child.name)))
  if (isWrapper) pushAll(tidied, node.children)
  else tidied.push(node)
}

function isBare(element: MarkupElement): boolean {
  for (const name in element.attributes) if (Object.hasOwn(element.attributes, name)) return false
  return true
}

function isHollow(children: readonly MarkupNode[]): boolean {
  return children.every((child) => (typeof child === 'string' ? isBlank(child) : child.name === 'br' || child.name === 'wbr'))
}

/** Non-breaking spaces are how editors keep an empty paragraph open. */
function isBlank(text: string): boolean {
  return /^[\s\u00a0\u200b\ufeff]*$/.test(text)
}

function splitAtBreaks(node: MarkupElement, children: readonly MarkupNode[]): MarkupNode[] {
  const isMixed = node.name !== 'p' && children.some((child) => typeof child !== 'string' && BLOCKS.has(child.name))
  if (!isMixed && !hasDoubleBreak(children)) return [{ name: node.name, attributes: node.attributes, children }]
  const split = paragraphs(children, isMixed)
  if (node.name !== 'p') return [{ ...node, children: split }]
  return split.map((part) => (isElement(part, 'p') ? { ...part, attributes: node.attributes } : part))
}

function trimBreaks(children: readonly MarkupNode[]): readonly MarkupNode[] {
  let first = 0
  let end = children.length
  while (first < end && isEdge(children[first])) first += 1
  while (end > first && isEdge(children[end - 1])) end -= 1
  return end - first === children.length ? children : children.slice(first, end)
}

function isEdge(node: MarkupNode | undefined): boolean {
  return typeof node === 'string' ? isBlank(node) : isElement(node, 'br')
}

function hasDoubleBreak(children: readonly MarkupNode[]): boolean {
  let isAfterBreak = false
  for (const node of children) {
    if (typeof node === 'string' && isBlank(node)) continue
    const isBreak = isElement(node, 'br')
    if (isBreak && isAfterBreak) return true
    isAfterBreak = isBreak
  }
  return false
}

/**
 * Runs of text between blocks, parted where two breaks meet, each as a paragraph.
 *
 * @param always also where a run has no double break: so at the root and beside other blocks, where a bare text is a paragraph.
 */
function paragraphs(children: readonly MarkupNode[], always: boolean): MarkupNode[] {
  const parts: MarkupNode[] = []
  let run: MarkupNode[] = []
  const closeRun = (): void => {
    if (always || hasDoubleBreak(run)) parts.push(...paragraphsOf(run))
    else parts.push(...run)
    run = []
  }
  for (const child of children) {
    if (typeof child === 'string' || !isBlock(child)) {
      run.push(child)
      continue
    }
    closeRun()
    parts.push(child)
  }
  closeRun()
  return parts
}

function paragraphsOf(run: readonly MarkupNode[]): MarkupNode[] {
  const groups: MarkupNode[][] = [[]]
  let breaks: MarkupNode[] = []
  for (const node of run) {
    if (isElement(node, 'br') || (breaks.length > 0 && typeof node === 'string' && isBlank(node))) {
      breaks.push(node)
      continue
    }
    if (breaks.filter((one) => isElement(one, 'br')).length >= 2) groups.push([])
    else groups.at(-1)?.push(...breaks)
    breaks = []
    groups.at(-1)?.push(node)
  }
  return groups
    .map(trimBreaks)
    .filter((group) => group.length > 0)
    .map((children) => ({ name: 'p', attributes: {}, children }))
}

/** An inline element around a block (a link around a figure) stands as a block. */
function isBlock(element: MarkupElement): boolean {
  return BLOCKS.has(element.name) || element.children.some((child) => typeof child !== 'string' && isBlock(child))
}

function isElement(node: MarkupNode | undefined, name: string): node is MarkupElement {
  return typeof node === 'object' && node.name === name
}
