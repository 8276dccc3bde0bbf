import type { EpochMs } from '../../../../shared/time.ts'
import type { OpmlFeed } from '../opml/opmlFeed.ts'
import type { SkippedOutline } from '../opml/parseOpml.ts'
import type { ParsedEntry } from '../parsedFeed.ts'

/** What another reader's export holds: what was followed there, and what was starred. */
export interface ParsedExport {
  readonly feeds: readonly OpmlFeed[]
  readonly stars: readonly ParsedStar[]
  /** What was not taken, each with the reason. */
  readonly skipped: readonly SkippedOutline[]
}

/** An article that a person starred in another reader. */
export interface ParsedStar {
  /** The address of the feed that it came from; null where the export does not say. */
  readonly feedUrl: string | null
  /** Plain text; empty where the export does not say. */
  readonly feedTitle: string
  readonly siteUrl: string | null
  /** Its publisher's id is never known: exports carry ids of their own. */
  readonly entry: ParsedEntry
  readonly starredAt: EpochMs | null
  readonly note: string
  readonly tags: readonly string[]
}
