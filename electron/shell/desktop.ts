import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import type { Engine } from '../../shared/engine.ts'
import { readBundle } from '../gate/bundleFiles.ts'
import type { EngineStart } from '../gate/enginePort.ts'
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
import { hasTrayPlace } from './trayPlace.ts'
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

/** Opens the desktop app, from the engine to the window. Call when Electron is ready. */
export async function openDesktop({ start, built, otherNode, openings, profileAsked, isHidden }: DesktopOptions): Promise<void> {
  guardNavigation()
  const memory = openShellMemory(start.profile)
  const log = openLog(start.profile, kept(memory).isLogDetailed, app.isPackaged ? null : echo)
  log.note(`${app.getName()} ${start.version} starts on ${process.platform} ${process.arch}, Electron ${process.versions.electron}.`)
  const damaged: string[] = []
  let tellDamage: (sha256: string) => unknown = (sha256) => damaged.push(sha256)
  const findPicture = storedPictures(start.profile, (sha256) => void tellDamage(sha256))
  const files = { bundle: readBundle(join(built, '..', 'renderer')), findPicture }
  const [engine, hasTray] = await Promise.all([
    keepEngine({ launch: engineLauncher(join(built, 'engineProcess.js'), otherNode), start, log: log.fault }),
    hasTrayPlace(process.platform),
    shutIn(session.fromPartition(UI_PARTITION), files, log.fault),
  ])
  if (!engine.ok) return stopWith(engine.failure.sentence)
  closeWithApp(engine.value)
  const gate = watchedGate(createGate({ engine: engine.value, log: log.fault }), log)
  tellDamage = (hash) => gate.answer('checkPicture', { hash })
  for (const hash of damaged.splice(0)) tellDamage(hash)
  const { windows, visits, updates, follow, canHide } = openDesk({ start, built, profileAsked, hasTray, gate, memory, log })
  gate.subscribe((event) => windows.current()?.webContents.send(channels.event, event))
  reportConditions(gate)
  followSettings(gate, follow)
  notifyOfCaught({ engine: engine.value, lead: (visit) => visits.lead(visit) })
  if (!wasStartedAtLogin(isHidden) || !canHide) windows.show()
  openings.listen((opening) => {
    windows.show()
    if (opening !== null) void visitOf(opening, gate).then((visit) => visits.lead(visit))
  })
  updates.start()
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
    void engine.close().finally(() => app.quit())
  })
}
