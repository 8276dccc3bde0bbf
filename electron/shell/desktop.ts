import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import type { BrowserWindow } from 'electron'
import type { ActionName } from '../../shared/actions.ts'
import type { Engine } from '../../shared/engine.ts'
import { readBundle } from '../gate/bundleFiles.ts'
import type { EngineStart } from '../gate/enginePort.ts'
import { createGate } from '../gate/gate.ts'
import { keepEngine } from '../gate/keptEngine.ts'
import { logToStderr } from '../gate/logFault.ts'
import { storedPictures } from '../gate/storedPictures.ts'
import { transferFolder } from '../transfer/transferFolder.ts'
import { appOrigin } from './appOrigin.ts'
import { channels } from './channels.ts'
import { reportConditions } from './conditions.ts'
import { engineLauncher } from './engineHost.ts'
import { createFileDoor } from './files.ts'
import { answerPages } from './ipc.ts'
import { followSettings } from './followSettings.ts'
import { createMenuBar } from './menuBar.ts'
import type { MenuBar } from './menuBar.ts'
import { guardNavigation } from './navigation.ts'
import { notifyOfCaught } from './notifications.ts'
import { visitOf, type Openings } from './openings.ts'
import { recoverScreen } from './recovery.ts'
import { shutIn } from './session.ts'
import { createVisits } from './visits.ts'
import { openShellMemory } from './shellMemory.ts'
import type { ShellMemory } from './shellMemory.ts'
import { spokenLanguage } from './spokenLanguage.ts'
import { drawInTheme } from './theme.ts'
import type { UpdateKeeper } from './updates/updateKeeper.ts'
import { notifyOfVersion } from './updates/notifyOfVersion.ts'
import { updatesOf } from './updates/updates.ts'
import { UI_PARTITION } from './webPreferences.ts'
import { openWindow } from './window.ts'
import { createWindowPlace } from './windowPlace.ts'
import { keepZoom, zoomWindow } from './zoom.ts'

/** What the desktop app is opened with. `built`: the folder that holds the bundles, with `renderer/` beside it. */
export interface DesktopOptions {
  readonly start: EngineStart
  readonly built: string
  readonly otherNode: string | null
  /** What other programs ask to open. */
  readonly openings: Openings
}

const log = logToStderr

/** Opens the desktop app, from the engine to the window. Call when Electron is ready. */
export async function openDesktop({ start, built, otherNode, openings }: DesktopOptions): Promise<void> {
  guardNavigation()
  const damaged: string[] = []
  let tellDamage: (sha256: string) => unknown = (sha256) => damaged.push(sha256)
  const findPicture = storedPictures(start.profile, (sha256) => void tellDamage(sha256))
  const files = { bundle: readBundle(join(built, '..', 'renderer')), findPicture }
  const [engine] = await Promise.all([
    keepEngine({ launch: engineLauncher(join(built, 'engineProcess.js'), otherNode), start, log }),
    shutIn(session.fromPartition(UI_PARTITION), files, log),
  ])
  if (!engine.ok) return stopWith(engine.failure.sentence)
  closeWithApp(engine.value)
  const gate = createGate({ engine: engine.value, log })
  tellDamage = (hash) => gate.answer('checkPicture', { hash })
  for (const hash of damaged.splice(0)) tellDamage(hash)
  const memory = openShellMemory(start.profile)
  const windows = keepWindow(join(built, 'preload.cjs'), memory)
  const updates = updatesOfApp(built, memory, windows)
  const menuBar = menuBarOf(windows, memory, updates)
  const visits = createVisits(windows.show, () => windows.current()?.webContents ?? null)
  answerPages({
    gate,
    files: createFileDoor(transferFolder(start.profile)),
    windowIds: windows.ids,
    version: start.version,
    onListening: (page) => visits.listen(page),
    onOffered: menuBar.offer,
    onUpdates: updates.do,
  })
  gate.subscribe((event) => windows.current()?.webContents.send(channels.event, event))
  reportConditions(gate)
  followSettings(gate, ({ theme, language, keys }) => {
    drawInTheme({ theme })
    menuBar.show({ language: spokenLanguage(language), keys })
  })
  notifyOfCaught({ engine: engine.value, lead: (visit) => visits.lead(visit) })
  windows.show()
  openings.listen((opening) => {
    windows.show()
    if (opening !== null) void visitOf(opening, gate).then((visit) => visits.lead(visit))
  })
  updates.start()
}

function stopWith(sentence: string): void {
  dialog.showErrorBox(app.getName(), sentence)
  app.exit(1)
}

function closeWithApp(engine: Engine): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    isClosed = true
    void engine.close().finally(() => app.quit())
  })
}

interface Windows {
  readonly ids: ReadonlySet<number>
  readonly current: () => BrowserWindow | null
  readonly show: () => void
}

/** The one window: opened when it is wanted, brought to the front when it is there. */
function keepWindow(preload: string, memory: ShellMemory): Windows {
  const ids = new Set<number>()
  const place = createWindowPlace(memory)
  let window: BrowserWindow | null = null
  const show = (): void => {
    if (window !== null) return bringForward(window)
    window = openWindow(preload, place)
    const { id } = window.webContents
    ids.add(id)
    recoverScreen(window, log)
    keepZoom(window, memory)
    window.on('closed', () => {
      ids.delete(id)
      window = null
    })
  }
  app.on('activate', show)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  return { ids, show, current: () => window }
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function updatesOfApp(built: string, memory: ShellMemory, windows: Windows): UpdateKeeper {
  return updatesOf({
    built,
    memory,
    tell: (updates) => windows.current()?.webContents.send(channels.updatesChanged, updates),
    onFound: (version) => notifyOfVersion(version, () => act(windows, 'settings')),
  })
}

/** Has the screen do an action, in front. */
function act({ current, show }: Windows, action: ActionName): void {
  show()
  current()?.webContents.send(channels.action, action)
}

function menuBarOf(windows: Windows, memory: ShellMemory, updates: UpdateKeeper): MenuBar {
  const { current } = windows
  return createMenuBar({
    platform: process.platform,
    isPackaged: app.isPackaged,
    hasUpdates: updates.do({ do: 'tell' }).page !== null,
    onAction: (action) => act(windows, action),
    onHost: (command) => {
      if (command === 'checkForUpdates') {
        updates.do({ do: 'check' })
        return act(windows, 'settings')
      }
      const window = current()
      if (window === null) return
      if (command === 'openScreenAgain') void window.loadURL(`${appOrigin()}/`)
      else zoomWindow(window, memory, command)
    },
  })
}
