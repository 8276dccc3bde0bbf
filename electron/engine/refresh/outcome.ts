import type { Failure } from '../../../shared/failures.ts'

/** What came of asking one source. */
export interface SourceOutcome {
  readonly sourceId: string
  /** Ids of articles that are new, and of those whose text changed. */
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly failure: Failure | null
}

/** The outcome of a source that could not be read. */
export function failedOutcome(sourceId: string, failure: Failure): SourceOutcome {
  return { sourceId, added: [], updated: [], failure }
}
