import { Element, type ChildNode } from 'domhandler'
import type { EpochMs } from '../../../../shared/time.ts'
import { textOf } from '../dom.ts'
import { findDate, type DateHints } from './findDate.ts'

const LEVELS = 4
const SIBLINGS = 40
const YEAR = /^(?:\p{L}{3,12}\.?,?\s)?((?:19|20)\d\d)\s?年?(?:\s?\d{1,2}\s?月)?$/u

/** The day that a heading above some items gives for all of them; null where none does. */
export function dateAbove(
  node: ChildNode | undefined,
  roots: ReadonlySet<ChildNode>,
  hints: DateHints,
): { readonly at: EpochMs; readonly raw: string; readonly hasYear: boolean } | null {
  return lookAbove(node, roots, (text) => {
    const found = findDate(text, hints)
    return found !== null && found.share > 0.7 ? found : null
  })
}

/** The year that a heading above some items gives; null where none does. */
export function yearAbove(node: ChildNode | undefined, roots: ReadonlySet<ChildNode>): number | null {
  return lookAbove(node, roots, (text) => {
    const parts = YEAR.exec(text)
    return parts === null ? null : Number(parts[1])
  })
}

function lookAbove<Found>(node: ChildNode | undefined, roots: ReadonlySet<ChildNode>, read: (text: string) => Found | null): Found | null {
  let at: ChildNode | null = node ?? null
  for (let level = 0; at !== null && level < LEVELS; level += 1) {
    const found = lookBefore(at, roots, read)
    if (found !== null) return found
    at = at.parent instanceof Element ? at.parent : null
  }
  return null
}

function lookBefore<Found>(node: ChildNode, roots: ReadonlySet<ChildNode>, read: (text: string) => Found | null): Found | null {
  let seen = 0
  for (let before = node.prev; before !== null && seen < SIBLINGS; before = before.prev) {
    if (!(before instanceof Element)) continue
    seen += 1
    if (roots.has(before)) continue
    const text = textOf(before, 60)
    const found = text.length <= 40 ? read(text) : null
    if (found !== null) return found
  }
  return null
}
