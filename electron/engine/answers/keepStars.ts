import { setImmediate } from 'node:timers/promises'
import { SECOND, durationOf, later, type EpochMs } from '../../../shared/time.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { Star } from '../workbench/jobs.ts'
import { copyArticle } from '../saving/copyArticle.ts'
import type { EngineParts } from './engineParts.ts'
import { starredCopy } from './starredCopy.ts'

/** How many stars a thread drafts at once, between which an import can be stopped. */
const AT_ONCE = 25

/** What became of stars. `left`: those that could not be read, by their titles. */
export interface KeptStars {
  readonly saved: number
  readonly alreadySaved: number
  readonly left: readonly string[]
  readonly isStopped: boolean
}

/** Makes the listener of so many stars. */
export type ProgressOf = (total: number) => StarProgress

/** Hears how far the stars have come, and says whether to go on. */
export interface StarProgress {
  readonly done: (count: number) => void
  readonly isStopped: () => boolean
}

/**
 * Saves what was starred in another reader. A star of a followed source is that source's article, there and then on, and read;
 * one of another source is a saved item alone. What is saved already stays as it is.
 */
export async function keepStars(stars: readonly Star[], parts: EngineParts, progress: StarProgress): Promise<KeptStars> {
  const kept = { saved: 0, alreadySaved: 0, left: [] as string[] }
  const importedAt = parts.now()
  for (let start = 0; start < stars.length && !progress.isStopped(); start += AT_ONCE) {
    const some = stars.slice(start, start + AT_ONCE)
    const drafted = await parts.workbench.run('draftStars', { stars: some })
    if (!drafted.ok) kept.left.push(...some.map(({ entry }) => entry.title))
    for (const [place, draft] of (drafted.ok ? drafted.value : []).entries()) {
      const star = some[place]
      if (star === undefined) continue
      // Exports list the newest star first, and few say when it was given.
      const savedAt = star.starredAt ?? later(importedAt, durationOf(-(start + place), SECOND))
      if (await parts.savedFiles.during(() => keepStar(star, draft, savedAt, parts))) kept.saved += 1
      else kept.alreadySaved += 1
      await setImmediate()
    }
    progress.done(Math.min(start + AT_ONCE, stars.length))
  }
  return { ...kept, isStopped: progress.isStopped() }
}

/** False where it was saved before. */
async function keepStar(star: Star, draft: ArticleDraft, savedAt: EpochMs, parts: EngineParts): Promise<boolean> {
  const { store } = parts
  const source = star.feedUrl === null ? null : store.sources.byUrl(star.feedUrl)
  const articleId = source === null ? null : articleOf(source, draft, parts)
  // What is stored of an article may be more than the export has of it.
  const stored = articleId === null ? null : await copyArticle(articleId, { note: star.note, tags: star.tags, collectionId: null }, parts)
  const copy = stored === null ? starredCopy({ star, draft, savedAt, source }, parts) : { ...stored, savedAt }
  if (store.saved.isSaved([copy.id]).size > 0) return false
  store.saved.save(copy)
  return true
}

/** The article of a followed source that a star is: one that is there, or a new one. Null where it was deleted. */
function articleOf(
  source: { readonly id: string; readonly category: 'company' | 'industry' },
  draft: ArticleDraft,
  parts: EngineParts,
): string | null {
  const { store, now } = parts
  const known = store.articles.knownId(source.id, draft)
  if (known !== null) return known
  const [added] = store.articles.keep(source.id, source.category, [draft], now()).added
  if (added !== undefined) store.articles.markRead([added], true, now())
  return added ?? null
}
