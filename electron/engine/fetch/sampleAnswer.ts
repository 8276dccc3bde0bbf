import { createHash } from 'node:crypto'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { Fetched, FetchRequest } from './fetched.ts'
import { shown } from './readAddress.ts'

/** Answers a `sample:` address from inside the app; null where there is nothing of that name. `etag` stands in quotes. */
export type SampleLookup = (address: string) => { readonly bytes: Uint8Array; readonly contentType: string; readonly etag?: string } | null

/** What a server would say to the request if the sample edition stood on one. */
export function sampleAnswer(sample: SampleLookup | null, { url, validators }: FetchRequest): Result<Fetched, SourceFailure> {
  if (sample === null) return failed({ kind: 'not-an-address', address: shown(url) })
  const finalUrl = url.replace(/#.*$/s, '')
  const found = sample(finalUrl)
  if (found === null) return failed({ kind: 'refused', status: 404, retryAt: null })
  const etag = found.etag ?? `"${createHash('sha256').update(found.bytes).digest('hex').slice(0, 32)}"`
  const about = { finalUrl, movedTo: null, validators: { etag, lastModified: null }, askedToWait: null }
  if (validators?.etag === etag) return ok({ kind: 'unchanged', ...about })
  // A copy, since whoever reads the bytes may hand their buffer on to a thread.
  return ok({ kind: 'body', bytes: new Uint8Array(found.bytes), contentType: found.contentType, ...about })
}
