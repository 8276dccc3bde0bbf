import { MOST_OF_A_KIND } from '../limits.ts'
import { guessedTitle } from '../text/plainText.ts'
import { attribute, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { all, type Group } from './group.ts'
import { distinct } from './people.ts'

const CATEGORIES = ['category', 'dc:subject', 'dcterms:subject', 'itunes:category', 'prism:keyword', 'tag']
/** Lists with commas in them. */
const KEYWORDS = ['itunes:keywords', 'keywords']

/** What an entry is filed under, in the publisher's words, each once. */
export function categoriesIn(group: Group, media: readonly XmlElement[]): string[] {
  const labels: string[] = []
  for (const key of CATEGORIES) labels.push(...all(group, key).slice(0, MOST_OF_A_KIND).map(labelOf))
  for (const element of media) if (element.key === 'media:category') labels.push(labelOf(element))
  for (const key of KEYWORDS) {
    for (const element of all(group, key).slice(0, MOST_OF_A_KIND))
      labels.push(...innerText(element).split(',', MOST_OF_A_KIND).map(guessedTitle))
  }
  for (const element of media) if (element.key === 'media:keywords') labels.push(...listedIn(element))
  return distinct(labels)
}

function listedIn(element: XmlElement): string[] {
  return innerText(element).split(',', MOST_OF_A_KIND).map(guessedTitle)
}

function labelOf(element: XmlElement): string {
  const stated = attribute(element, 'label') || attribute(element, 'term') || innerText(element) || attribute(element, 'text')
  return guessedTitle(stated ?? '')
}
