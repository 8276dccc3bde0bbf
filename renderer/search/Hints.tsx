import { goTo } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'

/** What can narrow a search; a press writes it into the field. */
export function Hints() {
  const { t } = useWords()
  const word = t('search.exampleWord')
  const hints = [
    { typed: `"${word} 5G"`, words: t('search.hintPhrase') },
    { typed: `5G -${word}`, words: t('search.hintNot') },
    { typed: `source:${t('search.exampleSource')}`, words: t('search.hintSource') },
    { typed: `company:${t('search.exampleSource')}`, words: t('search.hintCompany') },
    { typed: `collection:${t('search.exampleCollection')}`, words: t('search.hintCollection') },
    { typed: 'is:unread', words: t('search.hintUnread') },
    { typed: 'is:read', words: t('search.hintRead') },
    { typed: 'is:saved', words: t('search.hintSaved') },
    { typed: 'after:2026-01-01', words: t('search.hintAfter') },
    { typed: `in:title ${word}`, words: t('search.hintTitle') },
  ]
  return (
    <ul className="hints">
      {hints.map(({ typed, words }) => (
        <li key={typed}>
          <button type="button" className="hint" onClick={() => goTo({ kind: 'search', query: typed })}>
            <code>{typed}</code>
            <span>{words}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
