import { cutTo, LONGEST_NAME, MOST_OF_A_KIND } from '../limits.ts'
import { foldSpace, guessedTitle } from '../text/plainText.ts'
import { lineSaidBy } from '../text/textConstruct.ts'
import { childOf, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { all, type Group } from './group.ts'

/** Where authors stand, the most telling first; the first kind that names anybody counts. */
const AUTHORS = ['author', 'dc:creator', 'dc:author', 'itunes:author', 'googleplay:author', 'managingeditor', 'creator', 'byline']

/** The names of those who wrote an entry, each once. An e-mail address stands in only where there is no name. */
export function authorsIn(group: Group): string[] {
  let onlyAddresses: string[] = []
  for (const key of AUTHORS) {
    const people = distinct(all(group, key).map(personOf))
    if (people.some((person) => !isEmail(person))) return people
    if (onlyAddresses.length === 0) onlyAddresses = people
  }
  return onlyAddresses
}

/** A name as publishers write it beside an e-mail address: `me@x.org (Name)`, `Name (me@x.org)`, `Name <me@x.org>`. */
export function nameOf(raw: string): string {
  const text = foldSpace(raw)
  const bracket = /^([^()<>]{0,300})[(<]([^()<>]{1,300})[)>]\s*$/.exec(text)
  if (bracket === null) return text
  const outer = foldSpace(bracket[1] ?? '')
  const inner = foldSpace(bracket[2] ?? '')
  if (outer === '') return inner
  if (isEmail(inner)) return outer
  return isEmail(outer) ? inner : text
}

/** Texts that say something, cut to a name's length, each once. */
export function distinct(texts: readonly string[]): string[] {
  if (texts.length === 0) return []
  const said = texts.map((text) => cutTo(text, LONGEST_NAME)).filter((text) => text !== '')
  return [...new Set(said)].slice(0, MOST_OF_A_KIND)
}

function personOf(element: XmlElement): string {
  const name = childOf(element, 'name') ?? childOf(element, 'foaf:name') ?? childOf(element, 'rdf:value')
  if (name !== null && innerText(name).trim() !== '') return guessedTitle(innerText(name))
  const email = childOf(element, 'email')
  if (email !== null) return foldSpace(innerText(email))
  return nameOf(element.children.some((child) => typeof child !== 'string') ? lineSaidBy(element) : guessedTitle(innerText(element)))
}

function isEmail(text: string): boolean {
  const at = text.indexOf('@')
  return at > 0 && at < text.length - 1 && !/\s/.test(text)
}
