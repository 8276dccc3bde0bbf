import { Element, type ChildNode } from 'domhandler'
import { eachElement, isSilent, namesOf, textOf } from './dom.ts'
import type { ListRecord } from './records.ts'

/** The heading that stands above a list, and how near it stands. */
export interface ListLabel {
  readonly text: string
  readonly names: string
}

const LEVELS = 5
const SIBLINGS = 3

/** Finds the heading of a list: the nearest one before it, within the elements around it; null where none is near. */
export function labelAbove(records: readonly ListRecord[]): ListLabel | null {
  let at: ChildNode | null = records[0]?.nodes[0] ?? null
  const roots = new Set<ChildNode>(records.flatMap((record) => [...record.nodes]))
  for (let level = 0; at instanceof Element && level < LEVELS && at.name !== 'body' && at.name !== 'main'; level += 1) {
    const label = headingBefore(at, roots)
    if (label !== null) return label
    at = at.parent instanceof Element ? at.parent : null
  }
  return null
}

function headingBefore(node: Element, roots: ReadonlySet<ChildNode>): ListLabel | null {
  let seen = 0
  for (let before = node.prev; before !== null && seen < SIBLINGS; before = before.prev) {
    if (!(before instanceof Element) || roots.has(before) || isSilent(before)) continue
    seen += 1
    const heading = headingOf(before)
    const text = heading === null ? '' : textOf(heading, 80)
    if (heading !== null && text !== '' && text.length <= 60) return { text, names: namesOf(heading) }
  }
  return null
}

const TITLED = /(?:^|[^a-z])(?:title|tit|heading|headline|hd|caption|name)(?:$|[^a-z])/u

function headingOf(element: Element): Element | null {
  if (isHeading(element)) return element
  // A heading inside a block before the list is that block's own, unless the block is little more than a title bar.
  if (textOf(element, 140).length > 100 || linksIn(element) > 2) return null
  let found: Element | null = null
  eachElement(element, (inner) => {
    if (found === null && isHeading(inner)) found = inner
    return found === null && inner.name !== 'ul' && inner.name !== 'nav'
  })
  return found
}

function linksIn(element: Element): number {
  let count = 0
  eachElement(element, (inner) => void (inner.name === 'a' && (count += 1)))
  return count
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/u.test(element.name) || element.name === 'caption' || (TITLED.test(namesOf(element)) && textOf(element, 70).length <= 40)
}
