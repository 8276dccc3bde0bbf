import { guessedTitle } from '../text/plainText.ts'
import { attribute, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { all, type Group } from './group.ts'
import { distinct } from './people.ts'

const CATEGORIES = ['category', 'dc:subject', 'dcterms:subject', 'media:category', 'itunes:category', 'prism:keyword', 'tag']
/** Lists with commas in them. */
const KEYWORDS = ['media:keywords', 'itunes:keywords', 'keywords']

/** What an entry is filed under, in the publisher's words, each once. */
export function categoriesIn(group: Group, media: readonly XmlElement[]): string[] {
  const named = CATEGORIES.flatMap((key) => all(group, key).map(labelOf))
  const inMedia = media.filter((element) => element.key === 'media:category').map(labelOf)
  const listed = KEYWORDS.flatMap((key) => all(group, key).flatMap((element) => innerText(element).split(',')))
  return distinct([...named, ...inMedia, ...listed.slice(0, 100).map(guessedTitle)])
}

function labelOf(element: XmlElement): string {
  const stated = attribute(element, 'label') || attribute(element, 'term') || innerText(element) || attribute(element, 'text')
  return guessedTitle(stated ?? '')
}
