import type { ReactNode } from 'react'
import { Focusable } from 'react-aria-components/Tooltip'
import { Tooltip } from '../parts/Tooltip.tsx'
import { wholeNumber } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'

type NavLineProps = {
  /** The source that it stands for: its line has a menu of its own. */
  readonly sourceId?: string
  readonly words: string
  readonly icon: ReactNode
  readonly count: number
  /** What the count counts, for screen readers. */
  readonly countWords: 'sidebar.unread' | 'sidebar.savedCount'
  readonly isCurrent: boolean
  readonly onPress: () => void
  /** What is wrong, shown on hover and focus. */
  readonly trouble?: string | null
  readonly mark?: ReactNode
}

/** A line of the sidebar that leads to a view. */
export function NavLine({ trouble = null, ...line }: NavLineProps) {
  if (trouble === null) return <Line {...line} trouble={null} />
  return (
    <Tooltip words={trouble}>
      <Focusable>
        <Line {...line} trouble={trouble} />
      </Focusable>
    </Tooltip>
  )
}

function Line({ words, icon, count, countWords, isCurrent, onPress, trouble, mark, sourceId, ...rest }: NavLineProps) {
  const { t, locale } = useWords()
  return (
    <button
      type="button"
      {...rest}
      className="nav-line"
      data-source={sourceId}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onPress}
    >
      <span className="nav-icon">{icon}</span>
      <bdi className="nav-words">{words}</bdi>
      {mark}
      {typeof trouble === 'string' && <span className="unseen">{trouble}</span>}
      {count > 0 && (
        <span className="nav-count figures">
          <span aria-hidden>{wholeNumber(locale, count)}</span>
          <span className="unseen">{t(countWords, { count })}</span>
        </span>
      )}
    </button>
  )
}
