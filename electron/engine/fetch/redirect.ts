import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { shown } from './readAddress.ts'
import type { Answer } from './transfer.ts'

const temporary = new Set([302, 303, 307])
const permanent = new Set([301, 308])

/** A way from one address to the next. */
export interface Hop {
  readonly to: URL
  /** 301 or 308, and not from https to http: whoever says that may not be the publisher. */
  readonly isForGood: boolean
}

/** Where an answer sends on to; null where it does not. Credentials in the new address are dropped. */
export function hopOf({ status, headers }: Answer, from: URL): Result<Hop | null, SourceFailure> {
  const { location } = headers
  if (!(temporary.has(status) || permanent.has(status)) || location === undefined) return ok(null)
  if (!URL.canParse(location, from.href)) return failed({ kind: 'not-an-address', address: shown(location) })
  const to = cleanUrl(new URL(location, from.href))
  return ok({ to, isForGood: permanent.has(status) && !(from.protocol === 'https:' && to.protocol !== 'https:') })
}

/** Without credentials, which are never sent, and without the fragment, which is the reader's own. */
export function cleanUrl(url: URL): URL {
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}
