import type { Answers, EngineParts } from './answers/engineParts.ts'
import type { DailyBackup } from './dailyBackup.ts'
import type { Indexer } from './indexer.ts'
import type { Mirror } from './store/mirror/mirror.ts'

/** The rooms of an engine, open. */
export interface Rooms extends EngineParts {
  readonly answers: Answers
  readonly indexer: Indexer
  readonly backup: DailyBackup
  /** Null where nothing can be written. */
  readonly mirror: Mirror | null
}

/**
 * How rooms find each other: what one tells another goes round in a ring (a refresh has rules judge what came, a rule has an article saved, what a
 * saved article lacks is fetched), so each asks for the other when it needs it. Throws until all are open.
 */
export type FindRooms = () => Rooms
