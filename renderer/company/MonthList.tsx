import { useEffect, useMemo, useRef } from 'react'
import type { ArticleRow as Row } from '../../shared/contract/article.ts'
import { ArticleRow } from '../parts/ArticleRow.tsx'
import { Button } from '../parts/Button.tsx'
import { choose, useScreen } from '../state/screen.ts'
import { useNow } from '../state/useNow.ts'
import { monthName } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { monthGroups } from './monthGroups.ts'

type MonthListProps = {
  readonly rows: readonly Row[]
  /** Asks for older ones; null where there are none. */
  readonly onOlder: (() => void) | null
  readonly isLoading: boolean
}

/** Articles by months, each under the month's name. */
export function MonthList({ rows, onOlder, isLoading }: MonthListProps) {
  const { t, locale } = useWords()
  const groups = useMemo(() => monthGroups(rows), [rows])
  const chosenId = useScreen((screen) => screen.place.articleId)
  const box = useRef<HTMLDivElement>(null)
  useKeepInSight(box, chosenId)
  const isChosenHere = rows.some((row) => row.id === chosenId)
  const reachableId = isChosenHere ? chosenId : (rows[0]?.id ?? null)
  return (
    <div ref={box}>
      {groups.map(({ month, rows: ofMonth }) => (
        <section key={`${month} ${ofMonth[0]?.id}`} className="month" aria-label={monthName(locale, month)}>
          <h2 className="month-name">{monthName(locale, month)}</h2>
          <ol>
            {ofMonth.map((row) => (
              <li key={row.id}>
                <Line row={row} isChosen={row.id === chosenId} isReachable={row.id === reachableId} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {onOlder !== null && (
        <p className="company-older">
          <Button isPending={isLoading} onPress={onOlder}>
            {t('company.older')}
          </Button>
        </p>
      )}
    </div>
  )
}

type LineProps = { readonly row: Row; readonly isChosen: boolean; readonly isReachable: boolean }

function Line({ row, isChosen, isReachable }: LineProps) {
  const now = useNow()
  return (
    <ArticleRow
      row={row}
      at={row.listedAt}
      now={now}
      timeAs="short"
      isChosen={isChosen}
      isReachable={isReachable}
      onChoose={open}
      excerpt={row.excerpt}
    />
  )
}

function open(id: string): void {
  choose(id, true)
}

// Also when the page becomes a column beside the article, or whole again.
function useKeepInSight(box: React.RefObject<HTMLDivElement | null>, chosenId: string | null): void {
  const last = useRef(chosenId)
  useEffect(() => {
    const id = chosenId ?? last.current
    last.current = chosenId
    const row = id === null ? null : box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
    if (!row) return
    row.scrollIntoView({ block: 'nearest' })
    if (chosenId !== null && box.current?.contains(document.activeElement)) row.focus({ preventScroll: true })
  }, [box, chosenId])
}
