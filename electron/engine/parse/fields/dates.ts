import type { EpochMs } from '../../../../shared/time.ts'
import { feedDate } from '../feedDate/feedDate.ts'
import { attribute, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { all, firstOf, type Group } from './group.ts'

const PUBLISHED = [
  'pubdate',
  'published',
  'issued',
  'dcterms:issued',
  'dcterms:available',
  'prism:publicationdate',
  'dc:date',
  'created',
  'dcterms:created',
  'date',
  'dcterms:date',
  'publicationdate',
]
const UPDATED = ['updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'prism:modificationdate']

/** When an entry was published; null where it says nothing that is a date. */
export function publishedIn(group: Group, now: EpochMs): EpochMs | null {
  return firstOf(group, PUBLISHED, (element) => dateOf(element, now))
}

/** When an entry or a feed was changed: of several such dates the last written. CDF has it as an attribute. */
export function updatedIn(group: Group, elements: readonly XmlElement[], now: EpochMs): EpochMs | null {
  for (const key of UPDATED) {
    for (const element of all(group, key).toReversed()) {
      const changed = dateOf(element, now)
      if (changed !== null) return changed
    }
  }
  for (const element of elements) {
    const stated = attribute(element, 'lastmod')
    if (stated !== null) return feedDate(stated, now)
  }
  return null
}

function dateOf(element: XmlElement, now: EpochMs): EpochMs | null {
  return feedDate(innerText(element), now)
}
