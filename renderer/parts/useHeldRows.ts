import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'

type Held = {
  readonly list: string | undefined
  readonly items: readonly unknown[]
  /** The rows that were drawn, those in sight among them. */
  readonly rows: readonly Pick<VirtualItem, 'key' | 'start' | 'end'>[]
}

type Rows<Item> = {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  readonly chosenId: string | null
  /** Names the list; undefined: nothing of it is held. */
  readonly list: string | undefined
}

/**
 * Leaves what a person reads where it is while a list is renewed: the chosen row where it is in sight, else the first that is and stays.
 * At the top of a list that has no chosen row in sight, what comes first is shown.
 */
export function useHeldRows<Item>(virtualizer: Virtualizer<HTMLDivElement, Element>, { items, keyOf, chosenId, list }: Rows<Item>): void {
  const held = useRef<Held | null>(null)
  // After every drawing, because rows come into sight without a change of the list.
  useLayoutEffect(() => {
    const before = held.current
    const isRenewed = before !== null && list !== undefined && before.list === list && before.items !== items
    if (isRenewed) {
      const at = virtualizer.scrollOffset ?? 0
      const sight = virtualizer.scrollRect?.height ?? 0
      const seen = before.rows.filter(({ start, end }) => end > at && start < at + sight)
      const chosen = seen.filter(({ key }) => key === chosenId)
      const places = new Map(items.map((item, index) => [keyOf(item), index]))
      const stays = [...chosen, ...(at > 0 ? seen : [])].find(({ key }) => places.has(String(key)))
      const now = stays && virtualizer.measurementsCache[places.get(String(stays.key)) ?? -1]
      if (stays && now && now.start !== stays.start) virtualizer.scrollToOffset(at + now.start - stays.start)
    }
    held.current = { list, items, rows: virtualizer.getVirtualItems().map(({ key, start, end }) => ({ key, start, end })) }
  })
}
