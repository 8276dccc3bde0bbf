import type { MenuItemConstructorOptions } from 'electron'
import { defaultKeys } from '../../shared/actions.ts'
import type { ActionName } from '../../shared/actions.ts'
import { menuWords } from './menuWords.ts'
import type { MenuAction } from './menuWords.ts'

/** What a menu is made for. */
export interface MenuOptions {
  readonly locale: string
  readonly isMac: boolean
  readonly isPackaged: boolean
  readonly onAction: (action: ActionName) => void
  readonly onOpenScreenAgain: () => void
}

/** The application's menu: the system's own entries, and the actions that a page can be asked for by name. */
export function menuTemplate({ locale, isMac, isPackaged, onAction, onOpenScreenAgain }: MenuOptions): MenuItemConstructorOptions[] {
  const words = menuWords(locale)
  const item = (action: MenuAction): MenuItemConstructorOptions => ({
    id: action,
    label: words[action],
    ...acceleratorOf(action),
    click: () => onAction(action),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return [
    ...(isMac ? [macMenu(item)] : []),
    {
      label: words.file,
      submenu: [
        item('addSource'),
        item('refresh'),
        line,
        item('print'),
        ...(isMac ? [] : [line, item('settings'), line, { role: 'quit' as const }]),
      ],
    },
    { role: 'editMenu' },
    { label: words.go, submenu: ([...goActions] as const).map(item) },
    { label: words.article, submenu: articleActions.map(item) },
    {
      label: words.view,
      submenu: [
        item('largerText'),
        item('smallerText'),
        line,
        { role: 'togglefullscreen' },
        { label: words.openScreenAgain, click: onOpenScreenAgain },
        ...(isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    { role: 'windowMenu' },
    { label: words.help, role: 'help', submenu: [item('shortcuts'), item('palette')] },
  ]
}

const goActions: readonly MenuAction[] = ['goToday', 'goAll', 'goCompany', 'goIndustry', 'goSaved', 'goWatching', 'goHealth', 'search']
const articleActions: readonly MenuAction[] = [
  'nextArticle',
  'previousArticle',
  'nextUnread',
  'toggleSaved',
  'editNote',
  'toggleRead',
  'markAllRead',
  'undo',
  'toggleFullText',
  'openOriginal',
  'copyCitation',
]

function macMenu(item: (action: MenuAction) => MenuItemConstructorOptions): MenuItemConstructorOptions {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      item('settings'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  }
}

// Only keys with a modifier: a menu would take single letters away from the fields that one types in.
function acceleratorOf(action: ActionName): { accelerator?: string; registerAccelerator?: boolean } {
  const key = defaultKeys[action].find((each) => each.startsWith('Mod+'))
  // The page hears these keys itself, where a person may have changed them.
  return key === undefined ? {} : { accelerator: key.replace('Mod', 'CmdOrCtrl'), registerAccelerator: false }
}
