import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { app, dialog, net, powerMonitor, session } from 'electron'
import type { Engine } from '../../shared/engine.ts'
import { readBundle } from '../gate/bundleFiles.ts'
import type { EngineStart } from '../gate/enginePort.ts'
import { engineSoon } from '../gate/engineSoon.ts'
import { createGate } from '../gate/gate.ts'
import { keepEngine } from '../gate/keptEngine.ts'
import { storedPictures } from '../gate/storedPictures.ts'
import { channels } from './channels.ts'
import { reportConditions } from './conditions.ts'
import { openDesk } from './desk.ts'
import { engineLauncher } from './engineHost.ts'
import { followSettings } from './followSettings.ts'
import { wasStartedAtLogin } from './loginItem.ts'
import { kept } from './desktopChoices.ts'
import { openLog } from './log.ts'
import { openShellMemory } from './shellMemory.ts'
import { watchedGate } from './watchedGate.ts'
import { guardNavigation } from './navigation.ts'
import { notifyOfCaught } from './notifications.ts'
import { visitOf, type Openings } from './openings.ts'
import { shutIn } from './session.ts'
import { spokenLanguage } from './spokenLanguage.ts'
import { startSentence } from './startSentence.ts'
import { systemProxy } from './systemProxy.ts'
import { lookForTrayPlace } from './trayPlace.ts'
import { UI_PARTITION } from './webPreferences.ts'

/** What the desktop app is opened with. `built`: the folder that holds the bundles, with `renderer/` beside it. */
export interface DesktopOptions {
  readonly start: EngineStart
  readonly built: string
  readonly otherNode: string | null
  /** What other programs ask to open. */
  readonly openings: Openings
  /** The profile's folder as it was asked for; null for the platform's own. */
  readonly profileAsked: string | null
  /** The window waits until it is asked for. */
  readonly isHidden: boolean
}

const LONGEST_GOODBYE = 15_000

/** Opens the desktop app, from the engine to the window. Call when Electron is ready. */
export async function openDesktop({ start, built, otherNode, openings, profileAsked, isHidden }: DesktopOptions): Promise<void> {
  guardNavigation()
  const memory = openShellMemory(start.profile)
  const log = openLog(start.profile, kept(memory).isLogDetailed, app.isPackaged ? null : echo)
  log.note(`${app.getName()} ${start.version} starts on ${process.platform} ${process.arch}, Electron ${process.versions.electron}.`)
  // The window does not wait for the engine: what its screen asks meanwhile is answered when the engine runs.
  const starting = keepEngine({
    launch: engineLauncher(join(built, 'engineProcess.js'), otherNode),
    start,
    log: log.fault,
    proxyFor: systemProxy(() => session.defaultSession),
  })
  const engine = engineSoon(starting)
  closeWithApp(engine)
  const gate = watchedGate(createGate({ engine, log: log.fault }), log)
  const findPicture = storedPictures(start.profile, (hash) => void gate.answer('checkPicture', { hash }))
  const files = { bundle: readBundle(join(built, '..', 'renderer')), findPicture }
  const ui = shutIn(session.fromPartition(UI_PARTITION), files, log.fault)
  const tray = lookForTrayPlace(process.platform)
  await ui
  const { windows, visits, updates, follow, canHide } = openDesk({ start, built, profileAsked, tray, gate, memory, log })
  gate.subscribe((event) => windows.current()?.webContents.send(channels.event, event))
  reportConditions(gate, { power: powerMonitor, isOnline: () => net.isOnline() })
  followSettings(gate, follow)
  notifyOfCaught({ engine, lead: (visit) => visits.lead(visit) })
  if (!wasStartedAtLogin(isHidden) || !(await canHide)) windows.show()
  openings.listen((opening) => {
    windows.show()
    if (opening !== null) void visitOf(opening, gate).then((visit) => visits.lead(visit))
  })
  updates.start()
  const started = await starting
  if (!started.ok) stopWith(startSentence(started.failure, spokenLanguage('system')))
}

function echo(line: string): void {
  process.stderr.write(`${line}\n`)
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
    // An engine that neither runs nor fails must not keep the app.
    void Promise.race([engine.close(), setTimeout(LONGEST_GOODBYE)]).finally(() => app.quit())
  })
}
