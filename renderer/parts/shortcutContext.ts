import { createContext, use } from 'react'
import type { ActionName } from '../../shared/actions.ts'

/** How the shortcut of an action is written; null where it has none. App gives it, so that parts need no state. */
export type ShortcutOf = (action: ActionName) => string | null

/** Where parts find {@link ShortcutOf}. */
export const ShortcutContext = createContext<ShortcutOf>(() => null)

/** The shortcut of an action, for a tooltip or a menu. */
export function useShortcutOf(action: ActionName | undefined): string | null {
  const shortcutOf = use(ShortcutContext)
  return action === undefined ? null : shortcutOf(action)
}
