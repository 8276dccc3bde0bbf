import { Search, X } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { useWords } from '../words/useWords.ts'
import { useShortcutOf } from './shortcutContext.ts'
import './searchField.css'

type SearchFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter or the down arrow: on to what was found. */
  readonly onLeave: () => void
  readonly autoFocus?: boolean
}

/** The field of the search. Escape empties it, and then leaves it. */
export function SearchField({ value, onChange, onLeave, autoFocus = false }: SearchFieldProps) {
  const { t } = useWords()
  const shortcut = useShortcutOf('search')
  const input = useRef<HTMLInputElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      input.current?.blur()
      onLeave()
    }
    if (event.key === 'Escape' && value === '') input.current?.blur()
    else if (event.key === 'Escape') onChange('')
  }
  return (
    <search className="search-field">
      <Search size={16} aria-hidden />
      <input
        ref={input}
        type="text"
        data-search
        inputMode="search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where a person has just asked for the field
        autoFocus={autoFocus}
        aria-label={t('sidebar.searchLabel')}
        placeholder={t('sidebar.search')}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value === '' ? (
        shortcut !== null && <kbd className="keys">{shortcut}</kbd>
      ) : (
        <button type="button" className="search-clear" aria-label={t('sidebar.clearSearch')} onClick={() => onChange('')}>
          <X size={14} aria-hidden />
        </button>
      )}
    </search>
  )
}
