import { Element, Text, type ChildNode } from 'domhandler'
import { attribute, foldSpace, isElement, isInline, isSilent, namesOf, textOf } from './dom.ts'
import type { ListRecord } from './records.ts'
import { classTokens } from './signatures.ts'

/** A piece of text of a record that stands by itself. */
export interface TextBlock {
  readonly text: string
  /** Where in the record it stands; the same for the same part of every item of a list. */
  readonly slot: string
  /** The nearest element around it. */
  readonly element: Element | null
  /** Classes and ids from the element up to the record. */
  readonly names: string
  readonly isInLink: boolean
  readonly isHeading: boolean
  /** The full text that an attribute gives where the shown one is cut short. */
  readonly fullText: string | null
}

const MOST_BLOCKS = 60

/** The texts of a record, in order: headings, lines, dates and labels apart from one another. */
export function blocksOf(record: ListRecord): TextBlock[] {
  const linked = new Set<ChildNode>(record.links.map((link) => link.element))
  const blocks: TextBlock[] = []
  // A record inside one link (a card) is linked as a whole.
  const isLinked = record.nodes.length === 1 && linked.has(record.nodes[0] as ChildNode)
  const around: Around = { slot: '', names: '', isInLink: isLinked, isHeading: false, element: null, fullText: null }
  readNodes(record.nodes, around, linked, blocks)
  return numbered(blocks)
}

// Cells and spans without classes are told apart by their order.
function numbered(blocks: readonly TextBlock[]): TextBlock[] {
  const counts = new Map<string, number>()
  return blocks.map((block) => {
    const count = (counts.get(block.slot) ?? 0) + 1
    counts.set(block.slot, count)
    return count === 1 ? block : { ...block, slot: `${block.slot}~${count}` }
  })
}

type Around = Omit<TextBlock, 'text'>

function readNodes(nodes: readonly ChildNode[], around: Around, linked: ReadonlySet<ChildNode>, into: TextBlock[]): void {
  let line: ChildNode[] = []
  let lines = 0
  const endLine = (): void => {
    emit(line, lines > 0 ? { ...around, slot: `${around.slot}#${lines}` } : around, into)
    if (line.length > 0) lines += 1
    line = []
  }
  for (const node of nodes) {
    if (into.length >= MOST_BLOCKS) return
    if (node instanceof Text || (isElement(node) && isInline(node) && !standsAlone(node, nodes, linked))) line.push(node)
    else if (isElement(node)) {
      endLine()
      if (!isSilent(node) || node.name === 'noscript') readNodes(node.children, inside(node, around, linked), linked, into)
    }
  }
  endLine()
}

function emit(line: readonly ChildNode[], around: Around, into: TextBlock[]): void {
  const text = foldSpace(line.map((node) => textOf(node, 1_200)).join(''))
  if (!/[\p{L}\p{N}]/u.test(text)) return
  const only = line.filter((node) => !(node instanceof Text) || node.data.trim() !== '')
  const element = only.length === 1 && only[0] instanceof Element ? only[0] : around.element
  const slot = element === around.element || element === null ? around.slot : `${around.slot}>${element.name}${classTokens(element)}`
  const names = element === around.element || element === null ? around.names : `${around.names} ${namesOf(element)}`
  into.push({ ...around, text, element, slot, names })
}

const PART =
  /(?:^|[^a-z])(?:date|time|day|month|year|title|tit|headline|heading|name|subject|summary|desc(?:ription)?|excerpt|teaser|intro|lead|label|badge|tag|category|cat|type|meta|kicker|more|btn|button|arrow|bt|rq|sj)(?:$|[^a-z])/u

// Inline elements that are parts of their own: links, times, spans named after a part, and spans that are all there is beside other spans.
function standsAlone(node: Element, siblings: readonly ChildNode[], linked: ReadonlySet<ChildNode>): boolean {
  if (node.name === 'a' || node.name === 'time' || linked.has(node) || PART.test(namesOf(node))) return true
  if (holdsParts(node)) return true
  const isAmongText = siblings.some((sibling) => sibling instanceof Text && /[\p{L}\p{N}]/u.test(sibling.data))
  if (isAmongText) return false
  const kin = siblings.filter((sibling) => isElement(sibling) && sibling.name !== 'br')
  return (
    kin.length > 1 &&
    (node.name === 'span' ||
      node.name === 'strong' ||
      node.name === 'b' ||
      node.name === 'em' ||
      node.name === 'i' ||
      node.name === 'small' ||
      node.name === 'font')
  )
}

function holdsParts(node: Element): boolean {
  return node.children.some(
    (child) =>
      isElement(child) &&
      (!isInline(child) || child.name === 'a' || child.name === 'time' || PART.test(namesOf(child)) || holdsParts(child)),
  )
}

function inside(node: Element, around: Around, linked: ReadonlySet<ChildNode>): Around {
  const full = foldSpace(attribute(node, 'title'))
  return {
    // The outermost element is the item itself: its classes tell which item it is, not which part.
    slot: around.slot === '' ? `>${node.name}` : `${around.slot}>${node.name}${classTokens(node)}`,
    names: `${around.names} ${namesOf(node)}`,
    element: node,
    isInLink: around.isInLink || linked.has(node),
    isHeading: around.isHeading || /^h[1-6]$/u.test(node.name),
    fullText: full === '' ? around.fullText : full,
  }
}
