import type { SearchFilter, SearchPart } from '../../shared/searchParts.ts'
import { longDate } from '../words/dates.ts'
import type { Words } from '../words/useWords.ts'

/** A filter in words, as a chip says it. */
export function sayFilter(t: Words, locale: string, { filter, isUnwanted, text }: SearchPart): string {
  if (filter === null) return text
  const words = said(t, locale, filter)
  return isUnwanted ? t('search.without', { filter: words }) : words
}

function said(t: Words, locale: string, filter: SearchFilter): string {
  switch (filter.kind) {
    case 'source':
    case 'company':
    case 'tag':
    case 'collection':
      return t(`search.filter.${filter.kind}`, { name: filter.name })
    case 'is':
      return t(`search.filter.${filter.state}`)
    case 'title':
      return t('search.filter.title')
    case 'after':
    case 'before':
      return t(`search.filter.${filter.kind}`, { day: longDate(locale, filter.day) })
  }
}
