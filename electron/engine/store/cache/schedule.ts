import type { Failure } from '../../../../shared/failures.ts'
import { between, durationOf, DAY } from '../../../../shared/time.ts'
import type { Clock, DurationMs, EpochMs } from '../../../../shared/time.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'

/** What is known of asking a source. */
export interface ScheduleState {
  readonly etag: string | null
  readonly lastModified: string | null
  /** When the validators came. They are not handed out after eight days, so that a lying server is found out. */
  readonly validatorsAt: EpochMs | null
  readonly nextCheckAt: EpochMs | null
  readonly lastCheckedAt: EpochMs | null
  readonly lastSuccessAt: EpochMs | null
  readonly failuresInRow: number
  /** Why it could not be read, or kept. */
  readonly failure: Failure | null
  /** Where a lasting redirect leads, how often in a row it was seen, and since when. */
  readonly movedTo: string | null
  readonly movedTimes: number
  readonly movedSince: EpochMs | null
  /** The pace that was found for it. */
  readonly interval: DurationMs | null
  /** When it was last seen to have something new; newest last, as many as the scheduler likes to keep. */
  readonly changes: readonly EpochMs[]
  /** Of the last body, so that the same bytes are not parsed again. */
  readonly bodyHash: string | null
}

/** The schedule of a source that was never asked. */
export const neverAsked: ScheduleState = {
  etag: null,
  lastModified: null,
  validatorsAt: null,
  nextCheckAt: null,
  lastCheckedAt: null,
  lastSuccessAt: null,
  failuresInRow: 0,
  failure: null,
  movedTo: null,
  movedTimes: 0,
  movedSince: null,
  interval: null,
  changes: [],
  bodyHash: null,
}

/** When each source was asked, and is to be asked again. */
export interface ScheduleTable {
  /** `neverAsked` where nothing is known. */
  get(sourceId: string): ScheduleState
  put(sourceId: string, state: ScheduleState): void
  all(): Map<string, ScheduleState>
  /** When any source was asked last; null where none was. */
  lastCheckedAt(): EpochMs | null
  /** The sources whose time has come, most overdue first. Those that were never put are not among them. */
  due(now: EpochMs, limit: number): string[]
  remove(sourceId: string): void
}

interface ScheduleRow {
  readonly source_id: string
  readonly next_check_at_ms: EpochMs | null
  readonly last_checked_at_ms: EpochMs | null
  readonly last_success_at_ms: EpochMs | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly validators_at_ms: EpochMs | null
  readonly failures_in_row: number
  readonly failure: string | null
  readonly moved_to: string | null
  readonly moved_times: number
  readonly moved_since_ms: EpochMs | null
  readonly interval_ms: DurationMs | null
  readonly changes: string
  readonly body_hash: string | null
}

const VALIDATORS_LAST = durationOf(8, DAY)

/** The table of schedules. */
export function scheduleTable(database: Database, now: Clock): ScheduleTable {
  const one = prepare<ScheduleRow>(database, 'SELECT * FROM schedule WHERE source_id = :sourceId')
  const all = prepare<ScheduleRow>(database, 'SELECT * FROM schedule')
  const last = prepare<{ at: EpochMs | null }>(database, 'SELECT max(last_checked_at_ms) AS at FROM schedule')
  const due = prepare<{ source_id: string }>(
    database,
    `SELECT source_id FROM schedule
     WHERE next_check_at_ms <= :now
     ORDER BY next_check_at_ms
     LIMIT :limit`,
  )
  const remove = prepare(database, 'DELETE FROM schedule WHERE source_id = :sourceId')
  const put = preparePut(database)
  return {
    get: (sourceId) => {
      const row = one.get({ sourceId })
      return row ? stateOf(row, now()) : neverAsked
    },
    put: (sourceId, state) => {
      const { failure, changes, ...rest } = state
      put.run({ ...rest, sourceId, failure: failure && JSON.stringify(failure), changes: JSON.stringify(changes) })
    },
    lastCheckedAt: () => last.get({})?.at ?? null,
    all: () => new Map(all.all({}).map((row) => [row.source_id, stateOf(row, now())])),
    due: (now, limit) => due.all({ now, limit }).map((row) => row.source_id),
    remove: (sourceId) => void remove.run({ sourceId }),
  }
}

function preparePut(database: Database) {
  return prepare(
    database,
    `INSERT OR REPLACE INTO schedule (source_id, next_check_at_ms, last_checked_at_ms, last_success_at_ms, etag, last_modified,
                                      validators_at_ms, failures_in_row, failure, moved_to, moved_times, moved_since_ms,
                                      interval_ms, changes, body_hash)
     VALUES (:sourceId, :nextCheckAt, :lastCheckedAt, :lastSuccessAt, :etag, :lastModified,
             :validatorsAt, :failuresInRow, :failure, :movedTo, :movedTimes, :movedSince,
             :interval, :changes, :bodyHash)`,
  )
}

function stateOf(row: ScheduleRow, now: EpochMs): ScheduleState {
  // A clock that was set back makes them look younger than nothing: that is too old as well.
  const age = row.validators_at_ms === null ? null : between(row.validators_at_ms, now)
  const isFresh = age !== null && Math.abs(age) < VALIDATORS_LAST
  return {
    etag: isFresh ? row.etag : null,
    lastModified: isFresh ? row.last_modified : null,
    validatorsAt: isFresh ? row.validators_at_ms : null,
    nextCheckAt: row.next_check_at_ms,
    lastCheckedAt: row.last_checked_at_ms,
    lastSuccessAt: row.last_success_at_ms,
    failuresInRow: row.failures_in_row,
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
    movedTo: row.moved_to,
    movedTimes: row.moved_times,
    movedSince: row.moved_since_ms,
    interval: row.interval_ms,
    changes: JSON.parse(row.changes) as EpochMs[],
    bodyHash: isFresh ? row.body_hash : null,
  }
}
