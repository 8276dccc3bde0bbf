import type { Company, FactField } from '../../shared/contract/company.ts'
import type { WordKey } from '../words/en.ts'

/** The parts of the contact card, in their order. */
export type ContactField = Extract<FactField, 'phone' | 'email' | 'address' | 'contactPage' | 'social'>

/** Where a fact was found. */
export type FoundPlace = { readonly pageUrl: string; readonly place: string }

/** A value with where it was found; null where the group says it for all of them, or nobody knows. */
export type FactLine = { readonly value: string; readonly from: FoundPlace | null }

/** The facts of one field. `from`: where all of them were found, told once. */
export type FactGroup = { readonly field: ContactField; readonly lines: readonly FactLine[]; readonly from: FoundPlace | null }

/** What a company says of how to reach it, by fields; a field without values is left out. */
export function factGroups(company: Company): readonly FactGroup[] {
  const { phones, emails, addresses, contactPage, social } = company
  const fields: readonly (readonly [ContactField, readonly string[]])[] = [
    ['phone', phones],
    ['email', emails],
    ['address', addresses],
    ['contactPage', contactPage === null ? [] : [contactPage]],
    ['social', social],
  ]
  return fields.flatMap(([field, values]) => (values.length === 0 ? [] : [group(company, field, values)]))
}

function group({ facts }: Company, field: ContactField, values: readonly string[]): FactGroup {
  const lines = values.map((value) => ({ value, from: facts.find((fact) => fact.field === field && fact.value === value) ?? null }))
  const first = lines[0]?.from ?? null
  const isShared = first !== null && lines.every(({ from }) => from?.pageUrl === first.pageUrl && from.place === first.place)
  return isShared ? { field, lines: values.map((value) => ({ value, from: null })), from: first } : { field, lines, from: null }
}

const places: Readonly<Record<string, WordKey>> = {
  'json-ld': 'place.page-data',
  microdata: 'place.page-data',
  'tel-link': 'place.tel-link',
  'mailto-link': 'place.mailto-link',
  'labelled text': 'place.labelled-text',
  heading: 'place.heading',
  title: 'place.title',
  footer: 'place.footer',
  meta: 'place.meta',
  'header picture': 'place.header-picture',
  link: 'place.link',
}

/** The words for a place on a page. */
export function placeKey(place: string): WordKey {
  return (Object.hasOwn(places, place) ? places[place] : undefined) ?? 'place.elsewhere'
}
