import type { RequestName } from '../../shared/contract/requests.ts'
import { SECOND } from '../../shared/time.ts'
import type { DurationMs } from '../../shared/time.ts'

const MEBIBYTE = 1024 * 1024

/** How much may come through a gate. Sizes are bytes of JSON in UTF-8. */
export interface GateLimits {
  /** Calls that start within `window`; those above it wait. */
  readonly callsPerWindow: number
  readonly window: DurationMs
  /** How many calls may wait; those above it are refused. */
  readonly longestQueue: number
  readonly largestInput: number
}

/** The limits of both hosts. */
export const gateLimits: GateLimits = {
  callsPerWindow: 100,
  window: SECOND,
  longestQueue: 1000,
  largestInput: MEBIBYTE,
}

// Twelve million characters, the contract's own limit, with the escapes that subscription lists have.
const LARGEST_OPML = 16 * MEBIBYTE

const withFiles: ReadonlySet<unknown> = new Set<RequestName>(['importOpml', 'previewImport'])

/** How large the input of a request may be. */
export function largestInputOf(name: unknown, limits: GateLimits = gateLimits): number {
  return withFiles.has(name) ? Math.max(LARGEST_OPML, limits.largestInput) : limits.largestInput
}
