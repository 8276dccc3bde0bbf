import type { Document, Element } from 'domhandler'
import { attribute, eachElement, PAGE_CAPS } from '../dom.ts'
import { readLiteral, type Data } from './literal.ts'

/** A value that a page carries in a script: structured data about itself, or the state that its scripts begin with. */
export interface PageData {
  /** `json-ld`, or where it stood: `#__NEXT_DATA__`, `window.__NUXT__`. */
  readonly name: string
  readonly value: Data
}

/** Every value in the scripts of a page that can be read without running them. */
export function pageData(root: Document): PageData[] {
  const found: PageData[] = []
  const flight: string[] = []
  let left: number = PAGE_CAPS.scriptCharacters
  eachElement(root, (element) => {
    if (element.name !== 'script') return true
    const source = sourceOf(element)
    left -= source.length
    if (left > 0 && source !== '') readScript(element, source, found, flight)
    return false
  })
  if (flight.length > 0) found.push(...flightData(flight.join('')))
  return found
}

function sourceOf(element: Element): string {
  return element.children.map((child) => ('data' in child ? child.data : '')).join('')
}

function readScript(element: Element, source: string, found: PageData[], flight: string[]): void {
  const type = attribute(element, 'type').toLowerCase()
  const id = attribute(element, 'id')
  if (type.includes('ld+json')) return pushValue(found, 'json-ld', source)
  if (type.includes('json')) return pushValue(found, id === '' ? 'script' : `#${id}`, source)
  if (type !== '' && !/javascript|module|babel/u.test(type)) return
  if (source.includes('__next_f.push')) return pushFlight(flight, source)
  readAssignments(source, found)
}

function pushValue(found: PageData[], name: string, source: string): void {
  // Some builders wrap structured data in a comment or CDATA.
  const start = source.search(/[[{]/u)
  const read = start < 0 ? null : readLiteral(source, start)
  if (read !== null) found.push({ name, value: name === '#__NUXT_DATA__' ? unfolded(read.value) : read.value })
}

const ASSIGNED = /(?:var|let|const|window\.|self\.|this\.|[\w$]\.)\s{0,4}([\w$]{1,60})\s{0,4}=\s{0,4}(?:JSON\.parse\(\s{0,4})?(?=[[{"'])/gu
const MOST_ASSIGNMENTS = 60

// `var list = [...]`, `window.__STATE__ = {...}`, `x = JSON.parse("...")`.
function readAssignments(source: string, found: PageData[]): void {
  let end = 0
  let count = 0
  for (const match of source.matchAll(ASSIGNED)) {
    const start = match.index + match[0].length
    if (start < end || (count += 1) > MOST_ASSIGNMENTS) continue
    const read = readLiteral(source, start)
    if (read === null) continue
    end = read.end
    const value =
      typeof read.value === 'string' && match[0].includes('JSON.parse') ? (readLiteral(read.value, 0)?.value ?? null) : read.value
    if (typeof value === 'object' && value !== null) found.push({ name: match[1] ?? 'script', value })
  }
}

// React's stream of server components: `self.__next_f.push([1,"3:[…]\n4:{…}"])`.
function pushFlight(flight: string[], source: string): void {
  for (const match of source.matchAll(/__next_f\.push\(/gu)) {
    const read = readLiteral(source, match.index + match[0].length)
    const text = Array.isArray(read?.value) ? read.value[1] : null
    if (typeof text === 'string') flight.push(text)
  }
}

function flightData(stream: string): PageData[] {
  return stream.split('\n').flatMap((row) => {
    const start = /^[0-9a-f]{1,6}:(?=[[{])/u.exec(row)?.[0].length
    const read = start === undefined ? null : readLiteral(row, start)
    return read === null ? [] : [{ name: '__next_f', value: read.value }]
  })
}

// Nuxt 3 keeps one flat array in which every value of an object is the place of another.
function unfolded(value: Data): Data {
  if (!Array.isArray(value)) return value
  const table: readonly Data[] = value
  const at = (index: Data, depth: number): Data => {
    const entry = typeof index === 'number' ? table[index] : index
    if (entry === undefined || depth > 5) return null
    if (Array.isArray(entry))
      return typeof entry[0] === 'string' ? at(entry[1] ?? null, depth) : entry.slice(0, 400).map((inner) => at(inner, depth + 1))
    return typeof entry === 'object' && entry !== null
      ? Object.fromEntries(Object.entries(entry).map(([name, inner]) => [name, at(inner, depth + 1)]))
      : entry
  }
  return table.flatMap((entry, index) =>
    Array.isArray(entry) && entry.length >= 2 && entry.every((inner) => typeof inner === 'number') ? [at(index, 0)] : [],
  )
}
