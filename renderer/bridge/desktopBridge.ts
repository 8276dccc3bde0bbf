import type { ActionName } from '../../shared/actions.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName } from '../../shared/contract/requests.ts'
import type { EnteringFile, Keeping, LeavingFile, PrintProgress } from '../../shared/contract/transfer.ts'
import type { DesktopChange, DesktopState } from '../../shared/desktopSettings.ts'
import type { Answer, SpokenFailure } from '../../shared/engine.ts'
import type { MenuRequest } from '../../shared/menuRequest.ts'
import type { FileKind } from '../../shared/fileKinds.ts'
import { failed, type Result } from '../../shared/result.ts'
import type { UpdateCommand, Updates } from '../../shared/updates.ts'
import type { Visit } from '../../shared/visit.ts'
import type { Bridge, Host, PdfWatch } from './bridge.ts'
import { broken } from './faults.ts'
import { readLicences } from './licences.ts'

/** What the desktop's preload puts on the window: a function for each request, and a few for the host itself. */
export type NewsdeskWindow = Requests & {
  onEvent(listener: (event: EngineEvent) => void): () => void
  onAction(listener: (action: ActionName) => void): () => void
  onVisit(listener: (visit: Visit) => void): () => void
  tellOffered(offered: readonly ActionName[]): unknown
  desktopState(): Promise<Result<DesktopState, SpokenFailure>>
  changeDesktop(change: DesktopChange): Promise<Result<DesktopState, SpokenFailure>>
  showLog(): unknown
  showMenu(request: MenuRequest): unknown
  openAddress(url: string): unknown
  print(): unknown
  keepPdf(tokens: readonly string[]): Promise<Result<Keeping, SpokenFailure>>
  stopPdf(): unknown
  onPrinting(listener: (progress: PrintProgress) => void): () => void
  keepFile(token: string): Promise<Result<Keeping, SpokenFailure>>
  chooseFile(kinds: readonly FileKind[]): Promise<Result<EnteringFile | null, SpokenFailure>>
  updates(command: UpdateCommand): Promise<Updates>
  onUpdates(listener: (updates: Updates) => void): () => void
  hostInfo(): HostInfo | Promise<HostInfo>
}

type Requests = { readonly [Name in RequestName]: (input: RequestInput<Name>) => Promise<Answer<Name>> }
type HostInfo = { readonly platform: string; readonly version: string }

declare global {
  interface Window {
    readonly newsdesk?: NewsdeskWindow
  }
}

/** The bridge over the functions of the desktop's preload. */
export async function desktopBridge(newsdesk: NewsdeskWindow): Promise<Bridge> {
  const { platform, version } = await newsdesk.hostInfo()
  const host: Host = { kind: 'desktop', platform, version }
  return {
    host,
    call: (name, input) => callThrough(newsdesk, name, input),
    subscribe: (listener) => newsdesk.onEvent(listener),
    onAction: (listener) => newsdesk.onAction(listener),
    onVisit: (listener) => newsdesk.onVisit(listener),
    tellOffered: (offered) => void newsdesk.tellOffered(offered),
    watchNetwork: null,
    showMenu: (request) => void newsdesk.showMenu(request),
    desktop: {
      state: () => orBroken(newsdesk.desktopState()),
      change: (change) => orBroken(newsdesk.changeDesktop(change)),
      showLog: () => void newsdesk.showLog(),
    },
    openAddress: (url) => void newsdesk.openAddress(url),
    print: () => void newsdesk.print(),
    keepFile: ({ token }) => orBroken(newsdesk.keepFile(token)),
    keepPdf: (files, watch) => keepPdf(newsdesk, files, watch),
    printsInParts: true,
    chooseFile: ({ kinds }) => orBroken(newsdesk.chooseFile(kinds)),
    readLicences,
    updates: { ask: (command) => newsdesk.updates(command), subscribe: (listener) => newsdesk.onUpdates(listener) },
  }
}

async function keepPdf(newsdesk: NewsdeskWindow, files: readonly LeavingFile[], { stop, onPrinted }: PdfWatch) {
  const stopPdf = (): void => void newsdesk.stopPdf()
  const leave = newsdesk.onPrinting(onPrinted)
  stop.addEventListener('abort', stopPdf)
  const kept = await orBroken(newsdesk.keepPdf(files.map(({ token }) => token)))
  stop.removeEventListener('abort', stopPdf)
  leave()
  return kept
}

async function callThrough<Name extends RequestName>(requests: Requests, name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
  return await orBroken(requests[name](input))
}

async function orBroken<Value>(asked: Promise<Result<Value, SpokenFailure>>): Promise<Result<Value, SpokenFailure>> {
  try {
    return await asked
  } catch {
    return failed(broken)
  }
}
