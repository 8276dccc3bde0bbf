import { useMemo } from 'react'
import type { SavedItem } from '../../shared/contract/article.ts'
import { Select } from '../parts/Select.tsx'
import { useSaved } from '../state/saved.ts'
import type { SavedFrom } from '../state/savedLook.ts'
import { useWords } from '../words/useWords.ts'

type FromSelectProps = { readonly from: SavedFrom; readonly onChange: (from: SavedFrom) => void }

/** Whose saved items are shown: of the companies and sources that have any, followed still or not. */
export function FromSelect({ from, onChange }: FromSelectProps) {
  const { t, locale } = useWords()
  const { data } = useSaved({})
  const options = useMemo(() => optionsOf(data?.saved ?? [], locale), [data, locale])
  return (
    <Select label={t('saved.from')} value={from} options={[{ value: 'all', words: t('saved.from.all') }, ...options]} onChange={onChange} />
  )
}

function optionsOf(saved: readonly SavedItem[], locale: string): { value: SavedFrom; words: string }[] {
  const names = new Map<SavedFrom, string>()
  for (const { companyId, companyName, sourceId, sourceTitle } of saved) {
    if (companyId !== null && companyName !== null) names.set(`company:${companyId}`, companyName)
    names.set(`source:${sourceId}`, sourceTitle)
  }
  const { compare } = new Intl.Collator(locale)
  return [...names].map(([value, words]) => ({ value, words })).toSorted((one, other) => compare(one.words, other.words))
}
