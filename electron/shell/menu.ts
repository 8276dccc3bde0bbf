import type { MenuItemConstructorOptions } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import { keyLabel, keysOf } from '../../shared/keys.ts'
import type { Settings } from '../../shared/settings.ts'
import { menuWords, type MenuWords, type RoleWord } from './menuWords.ts'

/** What the host itself does when it is chosen in a menu. */
export type HostCommand = 'openScreenAgain' | 'zoomIn' | 'zoomOut' | 'zoomReset' | 'checkForUpdates'

/** What an action is in a menu. `keys`: those that a person gave to actions; `isOffered`: whether the screen can do it now. */
export interface ActionItemOptions {
  readonly language: string
  readonly platform: NodeJS.Platform
  readonly keys: Settings['keys']
  readonly isOffered: (action: ActionName) => boolean
  readonly onAction: (action: ActionName) => void
}

/** What a menu is made for. */
export interface MenuOptions extends ActionItemOptions {
  readonly isPackaged: boolean
  /** Whether this build knows where newer versions come from. */
  readonly hasUpdates: boolean
  readonly onHost: (command: HostCommand) => void
}

type Item = MenuItemConstructorOptions
interface Items {
  readonly action: (action: ActionName) => Item
  readonly host: (command: HostCommand) => Item
  readonly role: (role: RoleWord) => Item
}

const line: Item = { type: 'separator' }

/** The application's menu: every action by its name and key, and what the system expects, in the words of a language. */
export function menuTemplate(options: MenuOptions): Item[] {
  const words = menuWords(options.language)
  const isMac = options.platform === 'darwin'
  const items = itemsOf(options, words)
  const { action, role } = items
  const updates = options.hasUpdates ? [items.host('checkForUpdates')] : []
  return [
    ...(isMac ? [macMenu(items, updates)] : []),
    {
      label: words.menus.file,
      submenu: fileMenu(isMac, items),
    },
    { label: words.menus.edit, submenu: editMenu(items) },
    { label: words.menus.go, submenu: [...goActions.map(action), line, ...paneActions.map(action)] },
    { label: words.menus.article, submenu: articleActions.map((each) => (each === null ? line : action(each))) },
    { label: words.menus.view, submenu: viewMenu(items, options.isPackaged) },
    // The system lists the open windows there.
    {
      role: 'window',
      label: words.menus.window,
      submenu: isMac ? [role('minimize'), role('zoom'), line, role('front')] : [role('minimize')],
    },
    { label: words.menus.help, role: 'help', submenu: [action('shortcuts'), action('palette'), ...(isMac ? [] : updates)] },
  ]
}

const goActions: readonly ActionName[] = [
  'goToday',
  'goAll',
  'goCompany',
  'goIndustry',
  'goSaved',
  'goWatching',
  'goHealth',
  'search',
  'keepSearch',
]
const sourceActions: readonly ActionName[] = ['refreshSource', 'editSource', 'unfollow']
const paneActions: readonly ActionName[] = ['previousPane', 'nextPane']
const articleActions: readonly (ActionName | null)[] = [
  'nextArticle',
  'previousArticle',
  'nextUnread',
  'scrollOn',
  'openArticle',
  'chooseRow',
  null,
  'toggleSaved',
  'editNote',
  'toggleRead',
  'markAllRead',
  'undo',
  null,
  'toggleFullText',
  'openOriginal',
  'copyCitation',
]

/** An action by its name and key, grey where the screen cannot do it now. */
export function actionItem(name: ActionName, { language, platform, keys, isOffered, onAction }: ActionItemOptions): Item {
  return {
    id: name,
    enabled: isOffered(name),
    ...labelled(menuWords(language).actions[name], keysOf(name, keys)[0], platform === 'darwin'),
    click: () => onAction(name),
  }
}

function itemsOf(options: MenuOptions, words: MenuWords): Items {
  const { onHost } = options
  return {
    action: (name) => actionItem(name, options),
    host: (name) => ({ id: name, label: words.host[name], ...hostKeys[name], click: () => onHost(name) }),
    // Electron names the roles in English, whatever the language.
    role: (name) => ({ role: name, label: words.roles[name] }),
  }
}

const hostKeys: Readonly<Record<HostCommand, { readonly accelerator?: string }>> = {
  openScreenAgain: {},
  zoomIn: { accelerator: 'CmdOrCtrl+Plus' },
  zoomOut: { accelerator: 'CmdOrCtrl+-' },
  zoomReset: { accelerator: 'CmdOrCtrl+0' },
  checkForUpdates: {},
}

/**
 * A label with its key. Keys with a modifier stand where the system puts them; the page hears them itself, so they are not registered.
 * Single letters and sequences stand in the label: as accelerators, letters would be taken away from the fields that one types in.
 */
function labelled(words: string, key: string | undefined, isMac: boolean): Item {
  if (key === undefined) return { label: words }
  if (!key.startsWith('Mod+') || key.includes(' ')) return { label: `${words}  (${keyLabel(key, isMac)})` }
  return { label: words, accelerator: acceleratorOf(key), registerAccelerator: false }
}

function acceleratorOf(key: string): string {
  const name = key.slice('Mod+'.length).replace('Arrow', '')
  return `CmdOrCtrl+${name === '+' ? 'Plus' : name}`
}

function fileMenu(isMac: boolean, items: Items): Item[] {
  const { action } = items
  const source = sourceActions.map(action)
  return [
    action('addSource'),
    action('refresh'),
    action('getReady'),
    line,
    ...source,
    line,
    action('print'),
    line,
    ...endOfFile(isMac, items),
  ]
}

function endOfFile(isMac: boolean, { action, role }: Items): Item[] {
  return isMac ? [role('close')] : [action('settings'), line, role('close'), role('quit')]
}

function editMenu({ role }: Items): Item[] {
  return [role('undo'), role('redo'), line, role('cut'), role('copy'), role('paste'), role('delete'), line, role('selectAll')].map(
    // Their ids are those of the system, so that ours stay free.
    (item) => ({ ...item, ...(item.role === undefined ? {} : { id: `edit-${item.role}` }) }),
  )
}

function viewMenu({ action, host, role }: Items, isPackaged: boolean): Item[] {
  return [
    action('largerText'),
    action('smallerText'),
    line,
    host('zoomIn'),
    host('zoomOut'),
    host('zoomReset'),
    line,
    role('togglefullscreen'),
    host('openScreenAgain'),
    ...(isPackaged ? [] : [role('toggleDevTools')]),
  ]
}

function macMenu({ action, role }: Items, updates: readonly Item[]): Item {
  return {
    role: 'appMenu',
    submenu: [
      role('about'),
      ...updates,
      line,
      action('settings'),
      line,
      role('services'),
      line,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      line,
      role('quit'),
    ],
  }
}
