import type { Category } from '../../shared/contract/schemas.ts'
import { useWords } from '../words/useWords.ts'
import { Choice } from './Choice.tsx'

type CategoryChoiceProps = { readonly value: Category; readonly onChange: (category: Category) => void }

/** What kind of news a source brings. */
export function CategoryChoice({ value, onChange }: CategoryChoiceProps) {
  const { t } = useWords()
  const options = [
    { value: 'company', words: t('add.company') },
    { value: 'industry', words: t('add.industry') },
  ] as const
  return <Choice label={t('add.category')} value={value} options={options} onChange={onChange} />
}
