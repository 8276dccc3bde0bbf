import type { EngineEvent } from '../../../shared/contract/events.ts'
import type { CheckedInput, RequestName, RequestOutput } from '../../../shared/contract/requests.ts'
import type { Failure } from '../../../shared/failures.ts'
import type { Result } from '../../../shared/result.ts'
import type { TransferFolder } from '../../transfer/transferFolder.ts'
import type { Companies } from '../companies/companies.ts'
import type { PictureCheck } from '../offline/pictureCheck.ts'
import type { PictureRoom } from '../offline/pictureRoom.ts'
import type { ReadyRun } from '../offline/readyRun.ts'
import type { HeldBack } from '../refresh/heldBack.ts'
import type { Refresher } from '../refresh/refresher.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { Schedule } from '../refresh/schedule.ts'
import type { RetentionRuns } from '../retention/retentionRuns.ts'
import type { SavingParts } from '../saving/savingParts.ts'
import type { Upkeep } from '../saving/upkeep.ts'
import type { SampleSource } from '../sample/sampleSources.ts'
import type { Watcher } from '../watch/watcher.ts'
import type { WatchParts } from '../watch/watchParts.ts'
import type { KeptSettings } from './keptSettings.ts'
import type { FindPictureFile } from './pictureFile.ts'
import type { UndoRegister } from './undo.ts'

/** Everything that answers are made of. */
export interface EngineParts extends RefreshParts, SavingParts {
  /** Gets what saved items lack. */
  readonly upkeep: Upkeep
  readonly refresher: Refresher
  readonly companies: Companies
  readonly watcher: Watcher
  /** What watching works with. */
  readonly watch: WatchParts
  readonly schedule: Schedule
  readonly heldBack: HeldBack
  readonly pictureCheck: PictureCheck
  readonly pictureRoom: PictureRoom
  /** Gets everything ready on a person's request. */
  readonly ready: ReadyRun
  readonly retention: RetentionRuns
  readonly settings: KeptSettings
  /** The folder of the profile. */
  readonly profile: string
  /** Has the engine close its profile and open it again once the answer in hand is given. */
  readonly reopen: () => void
  /** Files on their way out and in. */
  readonly transfers: TransferFolder
  readonly pictureFile: FindPictureFile
  readonly undo: UndoRegister
  readonly version: string
  readonly sampleSources: readonly SampleSource[]
  /** Sends an event to whoever listens. */
  readonly tell: (event: EngineEvent) => void
  /** Whether nothing answered lately, whatever the host knows. */
  readonly isOffline: () => boolean
  /** Has search catch up with what arrived, in slices. */
  readonly indexSoon: () => void
  /** Has the schedule look for sources that are due, as after an import. */
  readonly refreshSoon: () => void
}

/** The answer to one request, at once or later. */
export type AnswerTo<Name extends RequestName> = (
  input: CheckedInput<Name>,
) => Result<RequestOutput<Name>, Failure> | Promise<Result<RequestOutput<Name>, Failure>>

/** An answer for each request of the contract: one left out does not compile. */
export type Answers = { readonly [Name in RequestName]: AnswerTo<Name> }
