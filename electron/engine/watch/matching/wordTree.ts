import { gapAt, SPACE } from '../../company/mentions/letters.ts'
import { folded, kinds, mayBegin, mayEnd, soughtUnits } from './letters.ts'

/** Words unit by unit: a text is walked down from each place where one may begin. `ends`: the numbers of those that end here. */
interface Node {
  readonly next: Map<number, Node>
  ends: readonly number[]
}

/** Finds all that is watched for in a text at once: the cost is that of the text's length, hardly of how much is watched for. */
export interface WordTree {
  /** How many different words and phrases it finds. */
  readonly size: number
  /** Calls back with the number of each that stands in the text, as often as it does. The text must be `readable`. */
  scan(text: string, found: (number: number) => void): void
}

/** A tree that still takes words in. */
export interface GrowingTree extends WordTree {
  /** The number of a word or phrase; the same for the same. */
  numberOf(words: string): number
}

/** Makes an empty tree. */
export function createWordTree(): GrowingTree {
  const root = emptyNode()
  const numbers = new Map<string, number>()
  return {
    get size() {
      return numbers.size
    },
    numberOf: (words) => {
      const units = soughtUnits(words)
      const key = units.join(' ')
      const number = numbers.get(key) ?? numbers.size
      if (!numbers.has(key)) plant(root, units, number)
      numbers.set(key, number)
      return number
    },
    scan: (text, found) => scan(root, text, found),
  }
}

function emptyNode(): Node {
  return { next: new Map(), ends: [] }
}

function plant(root: Node, units: readonly number[], number: number): void {
  let node = root
  for (const unit of units) {
    const next = node.next.get(unit) ?? emptyNode()
    node.next.set(unit, next)
    node = next
  }
  node.ends = [...node.ends, number]
}

function scan(root: Node, text: string, found: (number: number) => void): void {
  let before = -1
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = kinds[unit] ?? 0
    const node = mayBegin(kind, before) ? root.next.get(folded[unit] ?? 0) : undefined
    if (node !== undefined) readFrom(node, text, at + 1, found)
    before = kind
  }
}

/** Follows a text from a first unit as far as anything that is watched for goes. */
function readFrom(first: Node, text: string, from: number, found: (number: number) => void): void {
  let node: Node | undefined = first
  let at = from
  while (node !== undefined) {
    if (node.ends.length > 0 && isEnd(text, at)) for (const number of node.ends) found(number)
    const unit = folded[text.charCodeAt(at)] ?? 0
    const direct: Node | undefined = unit === SPACE ? undefined : node.next.get(unit)
    const gap: Gap = direct === undefined ? gapAt(text, at) : NO_GAP
    node = direct ?? (gap.length === 0 ? undefined : node.next.get(gap.unit))
    at += Math.max(1, gap.length)
  }
}

type Gap = ReturnType<typeof gapAt>
const NO_GAP: Gap = { unit: 0, length: 0 }

function isEnd(text: string, at: number): boolean {
  const next = at < text.length ? (kinds[text.charCodeAt(at)] ?? 0) : -1
  return mayEnd(kinds[text.charCodeAt(at - 1)] ?? 0, next)
}
