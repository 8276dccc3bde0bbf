import type { ActionName } from '../../shared/actions.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName } from '../../shared/contract/requests.ts'
import type { PackageLicence } from '../../shared/licences.ts'
import type { UpdateCommand, Updates } from '../../shared/updates.ts'
import type { Visit } from '../../shared/visit.ts'
import type { EnteringFile, Keeping, LeavingFile, PrintProgress } from '../../shared/contract/transfer.ts'
import type { DesktopChange, DesktopState } from '../../shared/desktopSettings.ts'
import type { Answer, SpokenFailure } from '../../shared/engine.ts'
import type { MenuRequest } from '../../shared/menuRequest.ts'
import type { FileKind } from '../../shared/fileKinds.ts'
import type { Result } from '../../shared/result.ts'

/** What puts the screen in front of a person. `platform`: as `process.platform` names it, or `unknown`. */
export type Host = {
  readonly kind: 'desktop' | 'browser'
  readonly platform: string
  readonly version: string
}

/** The desktop host's own choices. Both answer how they hold now, also where the system did not follow. */
export interface DesktopDoor {
  state(): Promise<Result<DesktopState, SpokenFailure>>
  change(change: DesktopChange): Promise<Result<DesktopState, SpokenFailure>>
  /** Shows the log in its folder, in the system's own window. */
  showLog(): void
}

/** What to do while a PDF is made. `stop` ends it: its answer is that nothing was kept. */
export type PdfWatch = {
  readonly stop: AbortSignal
  readonly onPrinted: (progress: PrintProgress) => void
}

/** The one way from the screen to everything else. Never rejects: a fault of the way is an answer too. */
export interface Bridge {
  readonly host: Host
  call<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>>
  /** Calls back on every event of the engine until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void
  /** Calls back on every action that a person takes outside the page: a menu of the system, the tray. */
  onAction(listener: (action: ActionName) => void): () => void
  /** Calls back where the host leads the screen: by a notification, or a link. */
  onVisit(listener: (visit: Visit) => void): () => void
  /** Tells the host what the screen can do now, for its menus. */
  tellOffered(offered: readonly ActionName[]): void
  /**
   * Calls back on what the page hears of the network until the returned function is called; null where the host hears it first, and tells
   * the engine itself.
   */
  readonly watchNetwork: ((listener: (isOnline: boolean) => void) => () => void) | null
  /** Shows a menu of the system with these actions; null where the host has none, and the browser's own menu stays. */
  readonly showMenu: ((request: MenuRequest) => void) | null
  /** The choices of this computer; null where the host has none. */
  readonly desktop: DesktopDoor | null
  /** Opens an address in the system's browser or mail program. */
  openAddress(url: string): void
  print(): void
  /** Has a person keep a file that the engine made: a dialog of the system asks where, or the browser downloads it. */
  keepFile(file: LeavingFile): Promise<Result<Keeping, SpokenFailure>>
  /**
   * Has a person keep documents as one PDF: the desktop host makes one. The browser shows its printing, which can save one, of the
   * first document alone: see `printsInParts`.
   */
  keepPdf(files: readonly LeavingFile[], watch: PdfWatch): Promise<Result<Keeping, SpokenFailure>>
  /** Whether a PDF is made of several documents, printed one after the other. */
  readonly printsInParts: boolean
  /** Has a person choose a file of one of these kinds and brings a copy to the engine; null where they chose none. */
  chooseFile(choice: { readonly kinds: readonly FileKind[] }): Promise<Result<EnteringFile | null, SpokenFailure>>
  /** The licences of everything that this Newsdesk is built with. */
  readLicences(): Promise<Result<readonly PackageLicence[], SpokenFailure>>
  /** What the host knows of newer versions; null where it is not the host's to know. */
  readonly updates: UpdateBridge | null
}

/** The way to the updates of the app. */
export interface UpdateBridge {
  ask(command: UpdateCommand): Promise<Updates>
  /** Calls back on every change until the returned function is called. */
  subscribe(listener: (updates: Updates) => void): () => void
}
