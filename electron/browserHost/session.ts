import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { MINUTE, later, systemClock } from '../../shared/time.ts'
import type { Clock, DurationMs, EpochMs } from '../../shared/time.ts'

/** Who may ask: the token of this run, and the one-time codes that are exchanged for it. */
export interface Session {
  /** A code that can be exchanged once, within `lifetime`; null: until it is used, or the host stops. */
  newCode(lifetime: DurationMs | null): string
  /** The token for a code, or null when the code is wrong, used, or too old. */
  exchange(code: string): string | null
  isToken(given: string | null): boolean
  /** How long to wait before a wrong token or code is refused: it grows tiresome after ten. */
  guessDelay(): DurationMs
}

/** How long a code may stand in a file. */
export const CODE_IN_FILE = MINUTE

const PATIENT_GUESSES = 10
const TIRESOME = 250 as DurationMs
const AT_ONCE = 0 as DurationMs
const MOST_CODES = 50

/** The session of one run of a host: 256 random bits, known to nobody before. */
export function createSession(now: Clock = systemClock): Session {
  const token = randomBytes(32).toString('base64url')
  const codes = new Map<string, EpochMs | null>()
  let wrongGuesses = 0
  return {
    newCode(lifetime) {
      const code = randomBytes(32).toString('base64url')
      codes.set(digest(code).toString('hex'), lifetime === null ? null : later(now(), lifetime))
      if (codes.size > MOST_CODES) codes.delete([...codes.keys()][0] ?? '')
      return code
    },
    exchange(code) {
      const key = digest(code).toString('hex')
      const expiresAt = codes.get(key)
      codes.delete(key)
      if (expiresAt !== undefined && (expiresAt === null || now() <= expiresAt)) return token
      wrongGuesses += 1
      return null
    },
    isToken(given) {
      if (given === null) return false
      const isRight = timingSafeEqual(digest(given), digest(token))
      if (!isRight) wrongGuesses += 1
      return isRight
    },
    guessDelay: () => (wrongGuesses > PATIENT_GUESSES ? TIRESOME : AT_ONCE),
  }
}

// Digests have one length, which a comparison in constant time needs; and a map of digests tells nothing by its timing.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
