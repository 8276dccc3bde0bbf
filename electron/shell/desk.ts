import { join } from 'node:path'
import { shell } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import type { DesktopSettings } from '../../shared/desktopSettings.ts'
import type { Settings } from '../../shared/settings.ts'
import type { EngineStart } from '../gate/enginePort.ts'
import type { Gate } from '../gate/gate.ts'
import { transferFolder } from '../transfer/transferFolder.ts'
import { askAboutHang } from './askAboutHang.ts'
import { channels } from './channels.ts'
import { showActions, watchContextMenu } from './contextMenus.ts'
import { deskMenu } from './deskMenu.ts'
import { desktopChoices, kept, type DesktopChoices } from './desktopChoices.ts'
import { createFileDoor } from './files.ts'
import { answerPages } from './ipc.ts'
import type { ShellLog } from './log.ts'
import { loginItem } from './loginItem.ts'
import type { MenuBar } from './menuBar.ts'
import { keepPresence, tellOnce, type Presence } from './presence.ts'
import type { ShellMemory } from './shellMemory.ts'
import { spokenLanguage } from './spokenLanguage.ts'
import { drawInTheme } from './theme.ts'
import type { TrayPlace } from './trayPlace.ts'
import { notifyOfVersion } from './updates/notifyOfVersion.ts'
import type { UpdateKeeper } from './updates/updateKeeper.ts'
import { updatesOf } from './updates/updates.ts'
import { createVisits, type Visits } from './visits.ts'
import { keepWindow, type Windows } from './windows.ts'

/** What the desk stands on. */
export interface DeskOptions {
  readonly start: EngineStart
  readonly built: string
  readonly profileAsked: string | null
  readonly tray: TrayPlace
  readonly gate: Gate
  readonly memory: ShellMemory
  readonly log: ShellLog
}

/** The window and what stands around it. */
export interface Desk {
  readonly windows: Windows
  readonly visits: Visits
  readonly updates: UpdateKeeper
  /** Whether the app can be found again without a window. */
  readonly canHide: Promise<boolean>
  /** Speaks, draws and rests as a person has chosen. */
  readonly follow: (settings: Settings) => void
}

/** Sets up the window, menus, tray and badge, the choices of this computer, and the door for the screen's questions. */
export function openDesk(options: DeskOptions): Desk {
  const { profileAsked, tray, memory, log } = options
  const isMac = process.platform === 'darwin'
  const canHide = tray.known.then((hasTray) => hasTray || isMac)
  let language = spokenLanguage('system')
  const onChange = ({ isLogDetailed }: DesktopSettings): void => {
    log.setDetailed(isLogDetailed)
    presence.redraw()
  }
  const choices = desktopChoices({ memory, login: loginItem(profileAsked), canHide, onChange })
  const windows = windowsOf(options, {
    language: () => language,
    mayHide: () => (tray.isThere() || isMac) && kept(memory).keepsRunning,
    menuBar: () => menuBar,
    search: (query) => visits.lead({ kind: 'search', query }),
  })
  const visits = createVisits(windows.show, () => windows.current()?.webContents ?? null)
  const lead = (action: ActionName): void => visits.lead({ kind: 'action', action })
  const updates = updatesFor(options, windows, (version) => notifyOfVersion(version, language, () => lead('settings')))
  const menuBar = deskMenu({ windows, memory, updates, lead })
  const presence = presenceOf(options, { windows, lead })
  answerScreen(options, { windows, visits, updates, choices, menuBar })
  const follow = (settings: Settings): void => {
    language = spokenLanguage(settings.language)
    drawInTheme(settings)
    menuBar.show({ language, keys: settings.keys })
    presence.follow(settings)
  }
  return { windows, visits, updates, canHide, follow }
}

/** What the window asks of what stands around it. */
interface Around {
  readonly language: () => string
  readonly mayHide: () => boolean
  readonly menuBar: () => MenuBar
  readonly search: (query: string) => void
}

function windowsOf({ built, memory, log }: DeskOptions, { language, mayHide, menuBar, search }: Around): Windows {
  return keepWindow({
    preload: join(built, 'preload.cjs'),
    memory,
    log: log.fault,
    ask: (window, over) => askAboutHang(window, language(), over),
    mayHide,
    onOpened: (window) => watchContextMenu(window, { language, items: (asked) => menuBar().items(asked), onSearch: search }),
    onHidden: () => tellOnce(memory, language()),
    onClosed: () => menuBar().offer([]),
  })
}

function updatesFor({ built, memory }: DeskOptions, windows: Windows, onFound: (version: string) => void): UpdateKeeper {
  return updatesOf({
    built,
    memory,
    tell: (found) => windows.current()?.webContents.send(channels.updatesChanged, found),
    onFound,
  })
}

interface Parts {
  readonly windows: Windows
  readonly visits: Visits
  readonly updates: UpdateKeeper
  readonly choices: DesktopChoices
  readonly menuBar: MenuBar
  readonly lead: (action: ActionName) => void
}

function presenceOf({ gate, tray, built, memory }: DeskOptions, { windows, lead }: Pick<Parts, 'windows' | 'lead'>): Presence {
  return keepPresence({
    gate,
    windows,
    tray,
    icons: join(built, '..', 'icons'),
    badge: () => kept(memory).badge,
    perform: lead,
  })
}

function answerScreen({ start, gate, log }: DeskOptions, { windows, visits, updates, choices, menuBar }: Omit<Parts, 'lead'>): void {
  answerPages({
    gate,
    choices,
    onShowLog: () => shell.showItemInFolder(log.path),
    files: createFileDoor(transferFolder(start.profile)),
    windowIds: windows.ids,
    version: start.version,
    onListening: (page) => visits.listen(page),
    onOffered: menuBar.offer,
    onMenu: (page, request) => showActions(page, request, menuBar.items),
    onUpdates: updates.do,
  })
}
