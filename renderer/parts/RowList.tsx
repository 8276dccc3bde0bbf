import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import './rowList.css'
import { useHeldRows } from './useHeldRows.ts'

type RowListProps<Item> = {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly chosenId: string | null
  /** The height to expect of a row, until it has been measured. */
  readonly height: number
  /** Names what is listed, where the same may be listed anew: what a person reads then stays where it is. */
  readonly list?: string
  readonly renderItem: (item: Item, isReachable: boolean) => ReactNode
}

/** A windowed list of rows of any height, which keeps the chosen one in sight. */
export function RowList<Item>({ items, keyOf, chosenId, height, list, renderItem }: RowListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null)
  // The virtualizer is a plain object that changes in place.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => (items[index] === undefined ? index : keyOf(items[index])),
    overscan: 6,
  })
  const chosenIndex = items.findIndex((item) => keyOf(item) === chosenId)
  // Before the chosen one is brought into sight, which a renewed list does not do again.
  useHeldRows(virtualizer, { items, keyOf, chosenId, list })
  const broughtFor = useRef<string | null>(null)
  useEffect(() => {
    const bringFor = list === undefined ? `${chosenIndex}` : `${list}\n${chosenId}`
    if (chosenIndex !== -1 && broughtFor.current !== bringFor) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' })
    if (chosenIndex !== -1 || list === undefined || chosenId === null) broughtFor.current = bringFor
  }, [virtualizer, chosenIndex, chosenId, list])
  return (
    <div className="row-list" ref={scroller}>
      <ol className="row-list-items" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          return (
            item !== undefined && (
              <li key={key} ref={virtualizer.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
                {renderItem(item, index === Math.max(0, chosenIndex))}
              </li>
            )
          )
        })}
      </ol>
    </div>
  )
}
