import { Element, Text, type ChildNode } from 'domhandler'
import type { PageLink } from './links.ts'
import { eachElement, isElement, textOf } from './dom.ts'
import { weightOf } from './words.ts'

/** One item of a list as it stands in the page: the link, and the run of nodes that speaks of it and of no other item. */
export interface ListRecord {
  readonly url: string
  readonly key: string
  readonly isForeign: boolean
  /** All links of the record that lead to its article, the group's first. */
  readonly links: readonly PageLink[]
  readonly nodes: readonly ChildNode[]
}

/**
 * Parts a group of like links into records, in the order of the page. One record per address; of doubles the first stays.
 *
 * @param byKey all links of the page: a picture and a headline may lead to one article without being alike.
 */
export function recordsOf(group: readonly PageLink[], byKey: ReadonlyMap<string, readonly PageLink[]>): ListRecord[] {
  const firsts = firstOfEach(group)
  const owners = ownersOf(group)
  const scopes = new Map<Element, PageLink>()
  for (const link of firsts) {
    const scope = scopeOf(link, owners)
    if (!scopes.has(scope)) scopes.set(scope, link)
  }
  const runs = runsOf([...scopes.keys()])
  return [...scopes].map(([scope, link]) => ({
    url: link.url,
    key: link.key,
    isForeign: link.isForeign,
    links: [link, ...(byKey.get(link.key) ?? []).filter((other) => other !== link && isInside(other.element, scope))],
    nodes: runs.get(scope) ?? [scope],
  }))
}

function firstOfEach(group: readonly PageLink[]): PageLink[] {
  const seen = new Set<string>()
  return group.filter((link) => !seen.has(link.key) && seen.add(link.key))
}

const SHARED = Symbol('more than one article')

// For every element around the links: the one article below it, or that there are several.
function ownersOf(group: readonly PageLink[]): Map<Element, string | typeof SHARED> {
  const owners = new Map<Element, string | typeof SHARED>()
  for (const link of group) {
    for (let element: Element | null = link.element; element !== null; element = parentOf(element)) {
      const owner = owners.get(element)
      if (owner === SHARED) break
      owners.set(element, owner === undefined || owner === link.key ? link.key : SHARED)
    }
  }
  // What holds several articles holds several all the way up.
  for (const [element, owner] of owners) if (owner === SHARED) markUpwards(element, owners)
  return owners
}

function markUpwards(element: Element, owners: Map<Element, string | typeof SHARED>): void {
  for (let parent = parentOf(element); parent !== null && owners.get(parent) !== SHARED; parent = parentOf(parent))
    owners.set(parent, SHARED)
}

function parentOf(element: Element): Element | null {
  return element.parent instanceof Element ? element.parent : null
}

/** The largest element around a link that holds no other article of its group. */
function scopeOf(link: PageLink, owners: ReadonlyMap<Element, string | typeof SHARED>): Element {
  let scope = link.element
  for (
    let parent = parentOf(scope);
    parent !== null && owners.get(parent) === link.key && parent.name !== 'body';
    parent = parentOf(parent)
  )
    scope = parent
  return scope
}

function isInside(element: Element, scope: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) if (at === scope) return true
  return false
}

/**
 * Where a list is flat (`<dt>…<dd>…`, `<h3>…<p>…`, lines parted by `<br>`), what stands between two links belongs to one of them:
 * to the one after it where the parent begins with such a piece, else to the one before.
 */
function runsOf(scopes: readonly Element[]): Map<Element, ChildNode[]> {
  const runs = new Map<Element, ChildNode[]>()
  for (const [parent, inside] of byParent(scopes)) {
    if (inside.length < 2) continue
    const between = piecesOf(parent.children, new Set(inside))
    for (const [index, scope] of inside.entries()) runs.set(scope, runFor(index, scope, between))
  }
  return runs
}

function byParent(scopes: readonly Element[]): Map<Element, Element[]> {
  const groups = new Map<Element, Element[]>()
  for (const scope of scopes) {
    const parent = parentOf(scope)
    if (parent !== null) groups.set(parent, [...(groups.get(parent) ?? []), scope])
  }
  return groups
}

interface Pieces {
  /** `gaps[i]` stands before scope i; the last one after the last scope. */
  readonly gaps: readonly (readonly ChildNode[])[]
  readonly isBefore: boolean
  /** How many nodes of the last gap belong to the last record: as many as the others have. */
  readonly length: number
}

function piecesOf(children: readonly ChildNode[], scopes: ReadonlySet<ChildNode>): Pieces {
  const gaps: ChildNode[][] = [[]]
  for (const child of children) {
    if (scopes.has(child)) gaps.push([])
    else if (isTelling(child) && !isOther(child)) gaps.at(-1)?.push(child)
  }
  const inner = gaps.slice(1, -1)
  const first = gaps[0] ?? []
  const last = gaps.at(-1) ?? []
  const length = middle(inner.map((gap) => gap.length))
  const isBefore = length > 0 && first.length > 0 && kindOf(first.at(-1)) === kindOf(inner[0]?.at(-1)) && !isSameKind(last, inner[0] ?? [])
  return { gaps, isBefore, length }
}

function isTelling(node: ChildNode): boolean {
  if (node instanceof Text) return /[\p{L}\p{N}]/u.test(node.data)
  return isElement(node)
}

// A piece with a headline's worth of linked words is an article of another form, not a part of this one.
function isOther(node: ChildNode): boolean {
  if (!(node instanceof Element)) return false
  if (node.name === 'a') return (node.attribs['href'] ?? '').length > 1 && weightOf(textOf(node, 60)) >= 16
  let found = false
  eachElement(node, (inner) => {
    found ||= inner.name === 'a' && isOther(inner)
    return !found
  })
  return found
}

function middle(sizes: number[]): number {
  return sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
}

function isSameKind(one: readonly ChildNode[], other: readonly ChildNode[]): boolean {
  return one.length >= other.length && kindOf(one[0]) === kindOf(other[0])
}

function kindOf(node: ChildNode | undefined): string {
  return node instanceof Element ? node.name : (node?.type ?? '')
}

function runFor(index: number, scope: Element, { gaps, isBefore, length }: Pieces): ChildNode[] {
  const before = gaps[index] ?? []
  const after = gaps[index + 1] ?? []
  const breakBefore = before.findLastIndex(isBreak)
  const breakAfter = after.findIndex(isBreak)
  // Lines parted by <br>: a record is its line.
  if (breakBefore >= 0 || breakAfter >= 0)
    return [
      ...(breakBefore >= 0 || index === 0 ? before.slice(breakBefore + 1) : []),
      scope,
      ...(breakAfter >= 0 ? after.slice(0, breakAfter) : index === gaps.length - 2 ? after : []),
    ]
  if (isBefore) return [...(index === 0 ? before.slice(-length) : before), scope]
  return [scope, ...(index === gaps.length - 2 ? after.slice(0, length) : after).filter((node) => !isHeadingOfGroup(node, scope))]
}

function isBreak(node: ChildNode): boolean {
  return node instanceof Element && (node.name === 'br' || node.name === 'hr')
}

// A heading between two items opens a new part of the list ("2019"); it is not the end of the item before.
function isHeadingOfGroup(node: ChildNode, scope: Element): boolean {
  return node instanceof Element && /^h[1-6]$/u.test(node.name) && node.name !== scope.name && textOf(node, 60).length < 40
}
