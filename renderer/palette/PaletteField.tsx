import { Search } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useWords } from '../words/useWords.ts'
import './palette.css'

type PaletteFieldProps = {
  /** The id of the list below; its lines are called after it and their place. */
  readonly listId: string
  /** The place of the line that Enter takes; null where there is none. */
  readonly at: number | null
  readonly isOpen: boolean
  readonly value: string
  readonly onType: (typed: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Where one types in the palette; the lines below are chosen from here, so that the focus stays. */
export function PaletteField({ listId, at, isOpen, value, onType, onKeyDown }: PaletteFieldProps) {
  const { t } = useWords()
  return (
    <div className="palette-field">
      <Search size={18} aria-hidden />
      <input
        role="combobox"
        // The palette is opened to type in.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t('palette.field')}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={at === null ? undefined : `${listId}-${at}`}
        aria-autocomplete="list"
        placeholder={t('palette.field')}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
