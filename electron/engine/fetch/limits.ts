import { SECOND, durationOf, type DurationMs } from '../../../shared/time.ts'

/** Every bound on what an answer may cost. Tests make them smaller. */
export interface FetchLimits {
  readonly connect: DurationMs
  /** From the request's last byte to the end of the answer's headers. */
  readonly headers: DurationMs
  /** The longest silence in the middle of a body. */
  readonly idle: DurationMs
  /** All of it, redirects too; time spent waiting for a turn does not count. */
  readonly total: DurationMs
  readonly pictureTotal: DurationMs
  /** Of the body, unpacked or not. */
  readonly bodyBytes: number
  readonly pictureBytes: number
  readonly redirects: number
  /** Connections in all, idle ones included. */
  readonly connections: number
  /** How many of them slow answers may hold while others wait. */
  readonly slowConnections: number
  /** The longest that an answer may take before it counts as slow; the usual answer's time makes it shorter. */
  readonly slowAfter: DurationMs
}

const MEBIBYTE = 1024 * 1024

/** The bounds that the product promises. */
export const defaultLimits: FetchLimits = {
  connect: durationOf(10, SECOND),
  headers: durationOf(15, SECOND),
  idle: durationOf(10, SECOND),
  total: durationOf(30, SECOND),
  pictureTotal: durationOf(60, SECOND),
  bodyBytes: 16 * MEBIBYTE,
  pictureBytes: 10 * MEBIBYTE,
  redirects: 5,
  connections: 6,
  slowConnections: 3,
  slowAfter: durationOf(3, SECOND),
}
