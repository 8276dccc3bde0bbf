import type { SkipReason, SkippedLine } from '../../../shared/contract/skipped.ts'
import type { ImportPreview, ImportReport } from '../../../shared/contract/status.ts'
import type { Failure } from '../../../shared/failures.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { skipSentence } from '../../../shared/skipSentence.ts'
import { freshFeeds, importFeeds } from '../exchange/subscriptions.ts'
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
  parts.upkeep.soon()
  return ok({
    added: addedIds.length,
    already,
    saved,
    alreadySaved,
    isStopped,
    skipped: [
      ...read.value.skipped.map(({ text, reason }) => skippedLine(text, reason)),
      ...left.map((text) => skippedLine(text, 'took-too-long')),
    ],
  })
}

/** Tells what {@link importExport} would do of the same file, and does nothing. */
export async function previewExport(bytes: Uint8Array, { workbench, store }: EngineParts): Promise<Result<ImportPreview, Failure>> {
  const read = await workbench.run('readExport', { bytes })
  if (!read.ok) return read
  const { feeds, stars, skipped } = read.value
  const fresh = freshFeeds(feeds, store)
  return ok({
    fresh: fresh.length,
    already: feeds.length - fresh.length,
    folders: new Set(fresh.flatMap(({ folder }) => folder ?? [])).size,
    stars: stars.length,
    skipped: skipped.length,
    first: fresh.slice(0, MOST_NAMED).map(({ title, url }) => ({ title: title || url, url })),
  })
}

const MOST_NAMED = 8

function tellStarred({ tell, indexSoon }: EngineParts): void {
  tell({ name: 'savedChanged', body: {} })
  tell({ name: 'articlesArrived', body: { sourceIds: null } })
  tell({ name: 'articlesChanged', body: { articleIds: null } })
  indexSoon()
}

function skippedLine(text: string, reason: SkipReason): SkippedLine {
  return { url: text, reason, sentence: skipSentence(reason) }
}
