import type { ImportReport } from '../../../shared/contract/status.ts'
import { failureSentence } from '../../../shared/failureSentence.ts'
import type { Failure } from '../../../shared/failures.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { importFeeds } from '../exchange/subscriptions.ts'
import type { EngineParts } from './engineParts.ts'
import { keepStars, type ProgressOf } from './keepStars.ts'

/** Takes in what another reader exported: follows its sources, all or none of them, then saves its stars, which can be stopped between them. */
export async function importExport(bytes: Uint8Array, parts: EngineParts, progressOf: ProgressOf): Promise<Result<ImportReport, Failure>> {
  const read = await parts.workbench.run('readExport', { bytes })
  if (!read.ok) return read
  const { feeds, stars } = read.value
  const { addedIds, already } = importFeeds(feeds, parts.store)
  if (addedIds.length > 0) parts.tell({ name: 'sourcesChanged', body: { sourceIds: null } })
  parts.companies.soon()
  parts.refreshSoon()
  const { saved, alreadySaved, left, isStopped } = await keepStars(stars, parts, progressOf(stars.length))
  if (saved > 0) tellStarred(parts)
  const skipped = [...read.value.skipped, ...left.map((text) => ({ text, reason: UNREAD }))]
  return ok({
    added: addedIds.length,
    already,
    saved,
    alreadySaved,
    isStopped,
    skipped: skipped.map(({ text, reason }) => skippedLine(text, reason)),
  })
}

const UNREAD = 'This article took too long to read and was given up.'

function tellStarred({ tell, indexSoon }: EngineParts): void {
  tell({ name: 'savedChanged', body: {} })
  tell({ name: 'articlesArrived', body: { sourceIds: null } })
  tell({ name: 'articlesChanged', body: { articleIds: null } })
  indexSoon()
}

function skippedLine(url: string, sentence: string) {
  const failure: Failure = { kind: 'not-an-address', address: url }
  return { url, sentence, failure: { ...failure, sentence: failureSentence(failure) } }
}
