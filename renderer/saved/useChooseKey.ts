import { useMemo, useRef } from 'react'
import { useAction } from '../state/actionDesk.ts'
import { useScreen } from '../state/screen.ts'
import type { ChosenRows } from '../state/useChosenRows.ts'

/** Told by the rows when the focus comes into one and leaves it. */
export type RowFocus = { readonly onFocus: (id: string) => void; readonly onBlur: () => void }

/**
 * Offers the key that chooses the row at hand, or lets it go: the one that the focus came to since the article on screen was opened,
 * else the row of that article, else the first.
 */
export function useChooseKey(listed: readonly string[], { toggle }: ChosenRows): RowFocus {
  const focused = useRef<{ readonly id: string; readonly openId: string | null } | null>(null)
  const choose = () => {
    const openId = articleOnScreen()
    // A click leaves the focus on its row while other keys go on to the next ones.
    const focusedId = focused.current?.openId === openId ? focused.current.id : null
    const atHand = [focusedId, openId].find((id) => id !== null && listed.includes(id)) ?? listed[0]
    if (atHand !== undefined) toggle(atHand, false)
  }
  useAction('chooseRow', listed.length === 0 ? null : choose)
  return useMemo(
    () => ({
      onFocus: (id) => {
        focused.current = { id, openId: articleOnScreen() }
      },
      onBlur: () => {
        focused.current = null
      },
    }),
    [],
  )
}

function articleOnScreen(): string | null {
  return useScreen.getState().place.articleId
}
