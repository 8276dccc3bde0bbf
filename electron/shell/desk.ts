import { join } from 'node:path'
import { app, shell } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import type { DesktopSettings } from '../../shared/desktopSettings.ts'
import type { Settings } from '../../shared/settings.ts'
import type { EngineStart } from '../gate/enginePort.ts'
import type { Gate } from '../gate/gate.ts'
import { transferFolder } from '../transfer/transferFolder.ts'
import { appOrigin } from './appOrigin.ts'
import { askAboutHang } from './askAboutHang.ts'
import { channels } from './channels.ts'
import { showActions, watchContextMenu } from './contextMenus.ts'
import { desktopChoices } from './desktopChoices.ts'
import { createFileDoor } from './files.ts'
import { answerPages } from './ipc.ts'
import type { ShellLog } from './log.ts'
import { loginItem } from './loginItem.ts'
import type { HostCommand } from './menu.ts'
import { createMenuBar, type MenuBar } from './menuBar.ts'
import { keepPresence, tellOnce } from './presence.ts'
import type { ShellMemory } from './shellMemory.ts'
import { spokenLanguage } from './spokenLanguage.ts'
import { drawInTheme } from './theme.ts'
import { notifyOfVersion } from './updates/notifyOfVersion.ts'
import type { UpdateKeeper } from './updates/updateKeeper.ts'
import { updatesOf } from './updates/updates.ts'
import { createVisits, type Visits } from './visits.ts'
import { keepWindow, type Windows } from './windows.ts'
import { zoomWindow } from './zoom.ts'

/** What the desk stands on. */
export interface DeskOptions {
  readonly start: EngineStart
  readonly built: string
  readonly profileAsked: string | null
  readonly hasTray: boolean
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
  readonly canHide: boolean
  /** Speaks, draws and rests as a person has chosen. */
  readonly follow: (settings: Settings) => void
}

/** Sets up the window, menus, tray and badge, the choices of this computer, and the door for the screen's questions. */
export function openDesk({ start, built, profileAsked, hasTray, gate, memory, log }: DeskOptions): Desk {
  const canHide = hasTray || process.platform === 'darwin'
  let language = spokenLanguage('system')
  const onChange = ({ isLogDetailed }: DesktopSettings): void => {
    log.setDetailed(isLogDetailed)
    presence.redraw()
  }
  const choices = desktopChoices({ memory, login: loginItem(profileAsked), canHide, onChange })
  const windows = keepWindow({
    preload: join(built, 'preload.cjs'),
    memory,
    log: log.fault,
    ask: (window, over) => askAboutHang(window, language, over),
    mayHide: () => canHide && choices.state().settings.keepsRunning,
    onOpened: (window) => watchContextMenu(window, { language: () => language, items: menuBar.items, onSearch }),
    onHidden: () => tellOnce(memory, language),
    onClosed: () => menuBar.offer([]),
  })
  const visits = createVisits(windows.show, () => windows.current()?.webContents ?? null)
  const lead = (action: ActionName): void => visits.lead({ kind: 'action', action })
  const updates = updatesFor({ built, memory, windows, lead })
  const menuBar = menuBarOf({ windows, memory, updates, lead })
  const onSearch = (query: string): void => visits.lead({ kind: 'search', query })
  const presence = keepPresence({
    gate,
    windows,
    hasTray,
    icons: join(built, '..', 'icons'),
    badge: () => choices.state().settings.badge,
    perform: lead,
  })
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
  const follow = (settings: Settings): void => {
    language = spokenLanguage(settings.language)
    drawInTheme(settings)
    menuBar.show({ language, keys: settings.keys })
    presence.follow(settings)
  }
  return { windows, visits, updates, canHide, follow }
}

interface Leads {
  readonly windows: Windows
  readonly memory: ShellMemory
  readonly lead: (action: ActionName) => void
}

function updatesFor({ built, memory, windows, lead }: Leads & { readonly built: string }): UpdateKeeper {
  return updatesOf({
    built,
    memory,
    tell: (found) => windows.current()?.webContents.send(channels.updatesChanged, found),
    onFound: (version) => notifyOfVersion(version, () => lead('settings')),
  })
}

interface MenuLeads extends Leads {
  readonly updates: UpdateKeeper
}

function menuBarOf(leads: MenuLeads): MenuBar {
  const { windows, updates } = leads
  return createMenuBar({
    platform: process.platform,
    isPackaged: app.isPackaged,
    hasUpdates: updates.do({ do: 'tell' }).page !== null,
    onAction: (action) => {
      windows.show()
      windows.current()?.webContents.send(channels.action, action)
    },
    onHost: (command) => obey(command, leads),
  })
}

function obey(command: HostCommand, { windows, memory, updates, lead }: MenuLeads): void {
  if (command === 'checkForUpdates') {
    updates.do({ do: 'check' })
    return lead('settings')
  }
  const window = windows.current()
  if (window === null) return
  if (command === 'openScreenAgain') void window.loadURL(`${appOrigin()}/`)
  else zoomWindow(window, memory, command)
}
