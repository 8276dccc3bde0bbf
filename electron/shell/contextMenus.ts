import { Menu, clipboard, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import type { MenuRequest } from '../../shared/menuRequest.ts'
import { articleMenu } from '../../shared/pointerMenus.ts'
import { contextTemplate } from './contextMenu.ts'
import { openOutside } from './navigation.ts'

/** What the menus at the pointer lead to. */
export interface ContextMenuOptions {
  readonly language: () => string
  /** Actions as they stand in the menu bar now. */
  readonly items: (asked: readonly ActionName[]) => MenuItemConstructorOptions[]
  readonly onSearch: (text: string) => void
}

/** Answers right clicks and the menu key in a window: in the frame of an article as well, where no script runs. */
export function watchContextMenu(window: BrowserWindow, { language, items, onSearch }: ContextMenuOptions): void {
  const { webContents } = window
  webContents.on('context-menu', (_, clicked) => {
    const template = contextTemplate(clicked, language(), {
      search: onSearch,
      open: openOutside,
      copyAddress: (address) => void clipboard.writeText(address),
      copyPicture: () => webContents.copyImageAt(clicked.x, clicked.y),
    })
    const isArticle = clicked.frameURL === 'about:srcdoc'
    const shown = template.length === 0 && isArticle ? items(articleMenu) : template
    if (shown.length > 0) Menu.buildFromTemplate(shown).popup({ window })
  })
}

/** Shows the actions that a screen asks for, at its place in the window. */
export function showActions(page: WebContents, { actions, x, y }: MenuRequest, items: ContextMenuOptions['items']): void {
  const zoom = page.getZoomFactor()
  Menu.buildFromTemplate(items(actions)).popup({ x: Math.round(x * zoom), y: Math.round(y * zoom) })
}
