import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { z } from 'zod'
import { actions, type ActionName } from '../../shared/actions.ts'
import { desktopChange } from '../../shared/desktopSettings.ts'
import { menuRequest, type MenuRequest } from '../../shared/menuRequest.ts'
import { failed, ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { SECOND } from '../../shared/time.ts'
import { updateCommandSchema } from '../../shared/updates.ts'
import type { Gate } from '../gate/gate.ts'
import { gateLimits } from '../gate/limits.ts'
import { createPace } from '../gate/pace.ts'
import { channels } from './channels.ts'
import type { FileDoor } from './files.ts'
import type { DesktopChoices } from './desktopChoices.ts'
import { openOutside } from './navigation.ts'
import { isOwnPage } from './sender.ts'
import type { UpdateKeeper } from './updates/updateKeeper.ts'

/** What the door to the main process stands before. */
export interface IpcOptions {
  readonly gate: Gate
  readonly files: FileDoor
  /** The web contents of our windows. */
  readonly windowIds: ReadonlySet<number>
  readonly version: string
  /** A page listens for where the host leads it. */
  readonly onListening: (page: WebContents) => void
  readonly choices: DesktopChoices
  /** Shows the log in its folder. */
  readonly onShowLog: () => void
  /** The screen says what it can do now. */
  readonly onOffered: (offered: readonly ActionName[]) => void
  /** The screen asks for a menu of actions. */
  readonly onMenu: (page: WebContents, request: MenuRequest) => void
  readonly onUpdates: UpdateKeeper['do']
}

type Answerer = (contents: WebContents, ...given: readonly unknown[]) => unknown

const offeredSchema = z.array(z.enum(actions)).max(actions.length)

// A person opens a few links a second at most; a page that asks for more is not one that a person drives.
const opening = createPace({ ...gateLimits, callsPerWindow: 5, window: SECOND, longestQueue: 0 })

/** Answers the preload's messages, each through the same question: is this our own page? */
export function answerPages({
  gate,
  files,
  windowIds,
  version,
  choices,
  onShowLog,
  onListening,
  onOffered,
  onMenu,
  onUpdates,
}: IpcOptions): void {
  const on = (channel: string, answer: Answerer): void => {
    ipcMain.handle(channel, (event, ...given: unknown[]) =>
      isOwn(event, windowIds) ? answer(event.sender, ...given) : failed(spoken({ kind: 'not-allowed' })),
    )
  }
  on(channels.request, (_, name, input) => gate.answer(name, input))
  on(channels.openAddress, async (_, url) => (await opening.enter()) && openOutside(url))
  on(channels.awaitVisits, (contents) => onListening(contents))
  on(channels.offered, (_, raw) => {
    const offered = offeredSchema.safeParse(raw)
    if (offered.success) onOffered(offered.data)
  })
  on(channels.updates, (_, raw) => {
    const command = updateCommandSchema.safeParse(raw)
    return command.success ? onUpdates(command.data) : failed(spoken({ kind: 'not-allowed' }))
  })
  on(channels.desktopState, async () => ok(await choices.state()))
  on(channels.showMenu, (contents, raw) => {
    const request = menuRequest.safeParse(raw)
    if (request.success) onMenu(contents, request.data)
  })
  on(channels.showLog, () => onShowLog())
  on(channels.changeDesktop, async (_, raw) => {
    const change = desktopChange.safeParse(raw)
    return change.success ? ok(await choices.change(change.data)) : failed(spoken({ kind: 'bad-request', reason: 'no-such-choice' }))
  })
  on(channels.print, (contents) => contents.print())
  on(channels.keepPdf, (contents, tokens) => files.keepPdf(contents, tokens))
  on(channels.stopPdf, () => files.stopPdf())
  on(channels.keepFile, (contents, token) => files.keep(contents, token))
  on(channels.chooseFile, (contents, kinds) => files.choose(contents, kinds))
  on(channels.hostInfo, () => ({ platform: process.platform, version }))
}

function isOwn(event: IpcMainInvokeEvent, windowIds: ReadonlySet<number>): boolean {
  try {
    return isOwnPage({ id: event.sender.id, frame: event.senderFrame }, windowIds)
  } catch {
    // Electron throws when it is asked about a frame that has gone.
    return false
  }
}
