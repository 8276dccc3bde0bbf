import { useMemo } from 'react'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import { Select } from '../parts/Select.tsx'
import { useSavedFacets } from '../state/saved.ts'
import type { SavedFrom } from '../state/savedLook.ts'
import { useWords, type Words } from '../words/useWords.ts'

type FromSelectProps = { readonly from: SavedFrom; readonly onChange: (from: SavedFrom) => void }

/** Whose saved items are shown: of the companies and sources that have any, followed still or not. */
export function FromSelect({ from, onChange }: FromSelectProps) {
  const { t, locale } = useWords()
  const { from: known } = useSavedFacets()
  const options = useMemo(() => optionsOf(known, t, locale), [known, t, locale])
  return (
    <Select label={t('saved.from')} value={from} options={[{ value: 'all', words: t('saved.from.all') }, ...options]} onChange={onChange} />
  )
}

function optionsOf({ companies, sources }: RequestOutput<'listSavedFacets'>['from'], t: Words, locale: string) {
  const { compare } = new Intl.Collator(locale)
  const named: { value: SavedFrom; name: string; count: number }[] = [
    ...companies.map(({ id, name, count }) => ({ value: `company:${id}` as const, name, count })),
    ...sources.map(({ id, title, count }) => ({ value: `source:${id}` as const, name: title, count })),
  ]
  return named
    .toSorted((one, other) => compare(one.name, other.name))
    .map(({ value, name, count }) => ({ value, words: t('saved.from.counted', { name, count }) }))
}
