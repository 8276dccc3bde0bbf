import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { Fetched, Fetcher } from '../fetch/fetched.ts'
import { hashOf } from '../refresh/readDocument.ts'
import type { Workbench } from '../workbench/bench.ts'
import type { Surroundings } from '../workbench/jobs.ts'

/** What asking for a document needs. */
export interface AskParts {
  readonly fetcher: Fetcher
  readonly workbench: Workbench
}

/** A document that came, and what it leads to. Its bytes are gone: the workbench has them. */
export interface AskedDocument {
  readonly surroundings: Surroundings
  readonly fetched: Extract<Fetched, { kind: 'body' }>
  readonly bodyHash: string
}

/** Asks for a document and looks around in it. */
export async function askDocument(url: string, parts: AskParts, isTypedAddress: boolean): Promise<Result<AskedDocument, SourceFailure>> {
  const fetched = await parts.fetcher.get({ url, purpose: 'page', isTypedAddress })
  if (!fetched.ok) return fetched
  if (fetched.value.kind === 'unchanged') return failed({ kind: 'damaged' })
  const { bytes, contentType, finalUrl } = fetched.value
  const bodyHash = hashOf(bytes)
  const read = await parts.workbench.run('lookAround', { bytes, contentType, url: finalUrl })
  return read.ok ? ok({ surroundings: read.value, fetched: fetched.value, bodyHash }) : failed(read.failure)
}
