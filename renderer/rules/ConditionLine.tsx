import { X } from 'lucide-react'
import { IconButton } from '../parts/IconButton.tsx'
import { useCompanies } from '../state/companies.ts'
import { folderNames, useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import { asksWords, questions, type Question, type WrittenCondition } from './conditions.ts'

type ConditionLineProps = {
  readonly condition: WrittenCondition
  readonly number: number
  /** A person has just asked to write it. */
  readonly hasFocus: boolean
  readonly onChange: (condition: WrittenCondition) => void
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null
}

/** One condition: what is asked, yes or not, and of what. */
export function ConditionLine({ condition, number, hasFocus, onChange, onRemove }: ConditionLineProps) {
  const { t } = useWords()
  const { question, isNot } = condition
  const ask = (asked: Question) => {
    const isSameKind = asksWords(asked) && asksWords(question)
    onChange({ ...condition, question: asked, value: isSameKind ? condition.value : '' })
  }
  return (
    <li className="condition">
      <select
        className="condition-part"
        aria-label={t('rules.about', { number })}
        value={question}
        onChange={(event) => ask(event.target.value as Question)}
      >
        {questions.map(([value, words]) => (
          <option key={value} value={value}>
            {t(words)}
          </option>
        ))}
      </select>
      <select
        className="condition-part"
        aria-label={t('rules.not', { number })}
        value={isNot ? 'not' : 'is'}
        onChange={(event) => onChange({ ...condition, isNot: event.target.value === 'not' })}
      >
        <option value="is">{t(asksWords(question) ? 'rules.has' : 'rules.is')}</option>
        <option value="not">{t(asksWords(question) ? 'rules.hasNot' : 'rules.isNot')}</option>
      </select>
      <Value condition={condition} number={number} hasFocus={hasFocus} onChange={onChange} />
      {onRemove !== null && (
        <IconButton label={t('rules.removeCondition', { number })} onPress={onRemove}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </li>
  )
}

function Value({ condition, number, hasFocus, onChange }: Omit<ConditionLineProps, 'onRemove'>) {
  const { t } = useWords()
  const label = t('rules.value', { number })
  const { question, value } = condition
  const options = useOptions(question)
  if (asksWords(question)) {
    return (
      <input
        className="field-input condition-value"
        aria-label={label}
        value={value}
        maxLength={200}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked to write it
        autoFocus={hasFocus}
        placeholder={t('rules.words')}
        onChange={(event) => onChange({ ...condition, value: event.target.value })}
      />
    )
  }
  return (
    <select
      className="condition-part condition-value"
      aria-label={label}
      value={value}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a person has just asked to write it
      autoFocus={hasFocus}
      onChange={(event) => onChange({ ...condition, value: event.target.value })}
    >
      <option value="">{t('rules.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  )
}

function useOptions(question: Question): readonly { readonly value: string; readonly words: string }[] {
  const { t, locale } = useWords()
  const { data: sources = [] } = useSources()
  const companies = useCompanies()
  switch (question) {
    case 'company':
      return companies.map(({ id, name }) => ({ value: id, words: name }))
    case 'source':
      return sources.map(({ id, title }) => ({ value: id, words: title }))
    case 'folder':
      return folderNames(sources, locale).map((name) => ({ value: name, words: name }))
    case 'category':
      return (['company', 'industry'] as const).map((name) => ({ value: name, words: t(`view.${name}`) }))
    case 'anywhere':
    case 'title':
    case 'text':
    case 'author':
      return []
  }
}
