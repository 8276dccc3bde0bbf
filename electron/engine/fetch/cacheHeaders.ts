import type { IncomingHttpHeaders } from 'node:http'
import { DAY, SECOND, between, durationOf, later, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import type { Validators } from './fetched.ts'

/** Longer than any server needs; a header that is kept must stay small. */
const LONGEST_VALIDATOR = 1_024

/** The validators of an answer; what a 304 leaves out stays as it was (RFC 9111, section 4.3.4). */
export function validatorsOf(headers: IncomingHttpHeaders, before: Validators | null): Validators {
  return {
    etag: keepable(headers.etag) ?? before?.etag ?? null,
    lastModified: keepable(headers['last-modified']) ?? before?.lastModified ?? null,
  }
}

/**
 * How long the server asks not to be asked again, at most a day; null where it says nothing.
 *
 * Cache-Control's max-age less Age, else Expires (RFC 9111, section 4.2.1), or Retry-After where that is longer. `s-maxage` is for shared caches.
 */
export function askedToWait(headers: IncomingHttpHeaders, now: EpochMs): DurationMs | null {
  const retryAt = retryAtOf(headers, now)
  const wait = Math.max(freshFor(headers, now), retryAt === null ? 0 : between(now, retryAt))
  return wait > 0 ? (Math.min(wait, DAY) as DurationMs) : null
}

/** When a server that refused may be asked again, at most a day from now; null where Retry-After is missing, negative or nonsense. */
export function retryAtOf(headers: IncomingHttpHeaders, now: EpochMs): EpochMs | null {
  const said = one(headers['retry-after'])?.trim()
  if (said === undefined || said === '') return null
  const wait = /^\d+$/.test(said) ? Number(said) * SECOND : Date.parse(said) - now
  return wait >= 0 && !said.startsWith('-') ? later(now, Math.min(wait, DAY) as DurationMs) : null
}

/** What the server's clock says now: the Date of the answer and its Age in caches on the way (RFC 9110, 6.6.1); null where it says nothing. */
export function saidTime(headers: IncomingHttpHeaders): EpochMs | null {
  const sent = Date.parse(one(headers.date) ?? '')
  return Number.isNaN(sent) ? null : later(sent as EpochMs, durationOf(ageOf(headers), SECOND))
}

function freshFor(headers: IncomingHttpHeaders, now: EpochMs): number {
  const control = (one(headers['cache-control']) ?? '').toLowerCase()
  if (/(?:^|[\s,])no-(?:cache|store)(?:$|[\s,=])/.test(control)) return 0
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/.exec(control)?.[1]
  if (maxAge !== undefined) return durationOf(Number(maxAge) - ageOf(headers), SECOND)
  const expires = Date.parse(one(headers.expires) ?? '')
  const sent = Date.parse(one(headers.date) ?? '')
  return Number.isNaN(expires) ? 0 : expires - (Number.isNaN(sent) ? now : sent)
}

function ageOf(headers: IncomingHttpHeaders): number {
  const age = one(headers.age)?.trim() ?? ''
  return /^\d+$/.test(age) ? Number(age) : 0
}

/** A header that came twice counts once. */
function one(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}

/** Only what can be sent back as it is. */
function keepable(value: string | undefined): string | null {
  return value !== undefined && value.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(value) ? value : null
}
