import { useVirtualizer, type Range, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import type { ArticleRow as Row } from '../../shared/contract/article.ts'
import { ArticleRow } from '../parts/ArticleRow.tsx'
import { choose, useScreen } from '../state/screen.ts'
import { useSettings } from '../state/settings.ts'
import { useNow } from '../state/useNow.ts'
import { dayName } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { dayGroups, dayKind, type TimelineItem } from './dayGroups.ts'
import { dayAbove, withDayAbove } from './dayAbove.ts'

type TimelineListProps = {
  readonly rows: readonly Row[]
  /** Changes when the list is read anew from its top. */
  readonly listKey: number
  /** Asks for more; null at the end. */
  readonly onNearEnd: (() => void) | null
}

const heights = { day: 38, comfortable: 124, compact: 56 } as const
const NEAR_END = 30
const OVERSCAN = 6

/** The windowed list: only the rows in sight and a few around them are in the page. */
export function TimelineList({ rows, listKey, onNearEnd }: TimelineListProps) {
  const items = useMemo(() => dayGroups(rows), [rows])
  const chosenId = useScreen((screen) => screen.place.articleId)
  const reachableId = useReachable(rows, chosenId)
  const scroller = useRef<HTMLDivElement>(null)
  const { seen, first, height, measure, scrollTo } = useWindow(items, scroller, listKey)
  // Its day's name stays at the top while its rows pass.
  const stuck = dayAbove(items, first)
  const isNearEnd = (seen.at(-1)?.index ?? 0) >= items.length - NEAR_END

  useEffect(() => {
    if (isNearEnd) onNearEnd?.()
  }, [isNearEnd, onNearEnd])
  useKeepInSight(items, chosenId, scrollTo)
  return (
    <div className="timeline-scroll" ref={scroller}>
      <ol className="timeline-items" style={{ height }}>
        {seen.map(({ index, key, start }) => {
          const item = items[index]
          return (
            item && (
              <li
                key={key}
                ref={measure}
                data-index={index}
                className="timeline-item"
                data-stuck={index === stuck}
                style={index === stuck ? undefined : { transform: `translateY(${start}px)` }}
              >
                <Item item={item} isChosen={item.key === chosenId} isReachable={item.key === reachableId} />
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}

/** Which rows stand in the page, and where. */
type RowWindow = {
  readonly seen: readonly VirtualItem[]
  /** The place of the first row in sight. */
  readonly first: number
  /** Of all rows together. */
  readonly height: number
  readonly measure: (element: Element | null) => void
  readonly scrollTo: (index: number, how: { align: 'auto' }) => void
}

/** The rows around what is in sight; from the top again for another list. */
function useWindow(items: readonly TimelineItem[], scroller: RefObject<HTMLDivElement | null>, listKey: number): RowWindow {
  const { density } = useSettings()
  // The virtualizer is a plain object that changes in place: React's compiler must not keep what it gives, so it is read here alone.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'day' ? heights.day : heights[density]),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: OVERSCAN,
    // A row that is brought into sight stands below the day's name, not under it.
    scrollPaddingStart: heights.day,
    rangeExtractor: useCallback((range: Range) => withDayAbove(items, range), [items]),
  })
  useEffect(() => virtualizer.measure(), [virtualizer, density])
  useEffect(() => virtualizer.scrollToOffset(0), [virtualizer, listKey])
  return {
    seen: virtualizer.getVirtualItems(),
    first: virtualizer.range?.startIndex ?? 0,
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollTo: virtualizer.scrollToIndex,
  }
}

// Looked up once for each choice, not for each frame of a scroll through 100,000 rows.
function useReachable(rows: readonly Row[], chosenId: string | null): string | null {
  return useMemo(() => {
    const isChosenHere = chosenId !== null && rows.some((row) => row.id === chosenId)
    return isChosenHere ? chosenId : (rows[0]?.id ?? null)
  }, [rows, chosenId])
}

type ItemProps = { readonly item: TimelineItem; readonly isChosen: boolean; readonly isReachable: boolean }

function Item({ item, isChosen, isReachable }: ItemProps) {
  const now = useNow()
  const open = useCallback((id: string) => choose(id, true), [])
  if (item.kind === 'day') return <Day day={item.day} now={now} />
  const { row } = item
  return (
    <ArticleRow
      row={row}
      at={row.listedAt}
      now={now}
      timeAs="clock"
      isChosen={isChosen}
      isReachable={isReachable}
      onChoose={open}
      excerpt={row.excerpt}
    />
  )
}

function Day({ day, now }: { readonly day: number; readonly now: number }) {
  const { t, locale } = useWords()
  const kind = dayKind(day, now)
  return <h2 className="day">{kind === 'other' ? dayName(locale, day, now) : t(`list.${kind}`)}</h2>
}

// Moves the list only when another row is chosen, and the focus with it where the list has it.
function useKeepInSight(
  items: readonly TimelineItem[],
  chosenId: string | null,
  scrollToIndex: (index: number, how: { align: 'auto' }) => void,
): void {
  const latest = useRef(items)
  useEffect(() => {
    latest.current = items
  }, [items])
  useEffect(() => {
    const index = latest.current.findIndex((item) => item.key === chosenId)
    if (index === -1) return
    scrollToIndex(index === 1 ? 0 : index, { align: 'auto' })
    const isFocusInList = document.activeElement?.closest('.timeline-items') !== null
    if (isFocusInList)
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${chosenId}"]`)?.focus({ preventScroll: true }))
  }, [chosenId, scrollToIndex])
}
