import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, type ReactNode } from 'react'
import './rowList.css'

type RowListProps<Item> = {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly chosenId: string | null
  /** The height to expect of a row, until it has been measured. */
  readonly height: number
  readonly renderItem: (item: Item, isReachable: boolean) => ReactNode
}

/** A windowed list of rows of any height, which keeps the chosen one in sight. */
export function RowList<Item>({ items, keyOf, chosenId, height, renderItem }: RowListProps<Item>) {
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
  useEffect(() => {
    if (chosenIndex !== -1) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' })
  }, [virtualizer, chosenIndex])
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
