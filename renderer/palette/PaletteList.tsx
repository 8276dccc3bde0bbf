import { ArrowRight, Folder, Layers, Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { CompanyMark } from '../parts/CompanyMark.tsx'
import { Highlight } from '../parts/Highlight.tsx'
import { useShortcutOf } from '../parts/shortcutContext.ts'
import { SourceMark } from '../parts/SourceMark.tsx'
import { useWords } from '../words/useWords.ts'
import type { Aim, FittingEntry, FittingGroup } from './entries.ts'

type PaletteListProps = {
  readonly id: string
  readonly groups: readonly FittingGroup[]
  /** Which line is chosen, counted through all groups. */
  readonly at: number
  readonly onPoint: (at: number) => void
  readonly onRun: (aim: Aim) => void
}

/** The lines of the palette in their groups. The focus stays in the field above; the chosen line is told by its id. */
export function PaletteList({ id, groups, at, onPoint, onRun }: PaletteListProps) {
  const { t } = useWords()
  return (
    // A listbox whose focus stays in a field has no element of its own.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="palette-list" id={id} role="listbox" aria-label={t('palette.list')}>
      {groups.map(({ group, entries }, place) => (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div key={group} role="group" aria-label={t(`palette.${group}`)}>
          <p className="palette-head" aria-hidden>
            {t(`palette.${group}`)}
          </p>
          {entries.map((entry, within) => {
            const own = countBefore(groups, place) + within
            return (
              <Line
                key={entry.id}
                id={`${id}-${own}`}
                entry={entry}
                isChosen={own === at}
                onPoint={() => onPoint(own)}
                onRun={() => onRun(entry.aim)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

function countBefore(groups: readonly FittingGroup[], place: number): number {
  return groups.slice(0, place).reduce((count, { entries }) => count + entries.length, 0)
}

type LineProps = {
  readonly id: string
  readonly entry: FittingEntry
  readonly isChosen: boolean
  readonly onPoint: () => void
  readonly onRun: () => void
}

function Line({ id, entry, isChosen, onPoint, onRun }: LineProps) {
  const { aim, fit, names } = entry
  const shortcut = useShortcutOf(aim.kind === 'action' ? aim.action : undefined)
  const words = names[0] ?? ''
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // Its keys are the field's: the arrows choose, Enter runs.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role
    <div className="palette-line" ref={line} id={id} role="option" aria-selected={isChosen} onPointerMove={onPoint} onClick={onRun}>
      <span className="palette-icon">
        <Icon entry={entry} name={words} />
      </span>
      <bdi className="palette-words">
        <Highlight text={words} marks={fit.marks} />
      </bdi>
      {shortcut !== null && <kbd className="keys">{shortcut}</kbd>}
    </div>
  )
}

function Icon({ entry, name }: { readonly entry: FittingEntry; readonly name: string }) {
  switch (entry.group) {
    case 'actions':
      return <ArrowRight size={15} aria-hidden />
    case 'places':
      return <Layers size={16} aria-hidden />
    case 'searches':
      return <Search size={15} aria-hidden />
    case 'folders':
      return <Folder size={16} aria-hidden />
    case 'companies':
      return <CompanyMark name={name} logo={entry.logo ?? null} />
    case 'sources':
      return <SourceMark name={name} />
  }
}
