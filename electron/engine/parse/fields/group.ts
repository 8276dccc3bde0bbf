import type { XmlElement } from '../xml/xmlElement.ts'

/** Elements by key, each list in the order of the document and of bounded length. */
export type Group = ReadonlyMap<string, readonly XmlElement[]>

/** Of one key in one place; what an entry says more often than that it says to cost time. */
const MOST_OF_A_KEY = 500
const NONE: readonly XmlElement[] = []

/** The elements directly inside these, by key. */
export function groupOf(elements: readonly XmlElement[]): Group {
  const group = new Map<string, XmlElement[]>()
  for (const element of elements) {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const known = group.get(child.key)
      if (known === undefined) group.set(child.key, [child])
      else if (known.length < MOST_OF_A_KEY) known.push(child)
    }
  }
  return group
}

/** All elements of a key. */
export function all(group: Group, key: string): readonly XmlElement[] {
  return group.get(key) ?? NONE
}

/** The first thing that `read` finds in the elements of these keys, the keys in order of preference. */
export function firstOf<Value>(group: Group, keys: readonly string[], read: (element: XmlElement) => Value | null): Value | null {
  for (const key of keys) {
    for (const element of all(group, key)) {
      const value = read(element)
      if (value !== null) return value
    }
  }
  return null
}
