import { Menu, type MenuItemConstructorOptions } from 'electron'
import { actions, type ActionName } from '../../shared/actions.ts'
import type { Settings } from '../../shared/settings.ts'
import { actionItem, menuTemplate, type HostCommand } from './menu.ts'

/** What the menu bar leads to. */
export interface MenuBarOptions {
  readonly platform: NodeJS.Platform
  readonly isPackaged: boolean
  readonly hasUpdates: boolean
  readonly onAction: (action: ActionName) => void
  readonly onHost: (command: HostCommand) => void
}

/** The application's menu, kept true to the settings and to what the screen can do. */
export interface MenuBar {
  /** Draws it in a language, with a person's keys. */
  readonly show: (chosen: { readonly language: string; readonly keys: Settings['keys'] }) => void
  /** Some of its actions as they stand in it now, for a menu elsewhere. */
  readonly items: (asked: readonly ActionName[]) => MenuItemConstructorOptions[]
  /** Greys what the screen cannot do now. */
  readonly offer: (offered: readonly ActionName[]) => void
}

/** Makes the menu bar; it shows when it is told a language. Until a screen says what it can do, that is nothing. */
export function createMenuBar(options: MenuBarOptions): MenuBar {
  let offered: ReadonlySet<ActionName> = new Set()
  let drawn = ''
  let current: { readonly language: string; readonly keys: Settings['keys'] } = { language: 'en', keys: {} }
  const isOffered = (action: ActionName): boolean => offered.has(action)
  return {
    show: (chosen) => {
      // A menu that stands open closes when another one is set.
      if (JSON.stringify(chosen) === drawn) return
      drawn = JSON.stringify(chosen)
      current = chosen
      const template = menuTemplate({ ...options, ...chosen, isOffered })
      Menu.setApplicationMenu(Menu.buildFromTemplate(template))
    },
    items: (asked) => asked.map((action) => actionItem(action, { ...options, ...current, isOffered })),
    offer: (now) => {
      offered = new Set(now)
      const menu = Menu.getApplicationMenu()
      for (const action of actions) {
        const item = menu?.getMenuItemById(action) ?? null
        if (item !== null) item.enabled = offered.has(action)
      }
    },
  }
}
