import type { SourceFailure } from '../../../shared/failures.ts'
import type { ArticleText } from '../article/articleDraft.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import { chosenText } from './chosenText.ts'
import { keptPictures } from './keptPictures.ts'
import type { SavingParts } from './savingParts.ts'

/** What became of a saved summary: its text is whole now, nothing more is to come, or it may come another time. */
export type Completion = 'completed' | 'given-up' | 'later'

/**
 * Puts the page's text in the place of a summary that was saved: the one in the cache, else fetched now. What says less replaces nothing.
 *
 * @param mayAsk whether the page may be fetched.
 */
export async function completeCopy(id: string, parts: SavingParts, mayAsk: boolean): Promise<Completion> {
  const copy = parts.store.saved.get(id)
  if (copy === null || !copy.wantsPage) return 'given-up'
  const text = cachedPage(copy, parts) ?? (mayAsk ? await fetchedPage(copy, parts) : 'later')
  if (text === 'later') return 'later'
  if (text === null || text.text.length <= copy.text.length) {
    parts.store.saved.giveUpPage(id)
    return 'given-up'
  }
  const { html, text: plain, excerpt, pictures } = text
  const lead = copy.kept.map((picture) => picture.url)
  const whole = { html, text: plain, excerpt: excerpt === '' ? copy.excerpt : excerpt, pictures, origin: 'page' as const }
  return parts.savedFiles.during(async () => {
    const kept = await keptPictures([...lead, ...pictures.map((picture) => picture.url)], parts, copy.kept)
    return parts.store.saved.complete(id, whole, kept) ? 'completed' : 'given-up'
  })
}

function cachedPage({ id }: SavedCopy, { store }: SavingParts): ArticleText | null {
  const stored = store.articles.getContent(id)
  if (stored === null) return null
  const { text, origin } = chosenText(stored, null)
  return origin === 'page' ? text : null
}

async function fetchedPage({ url, title, text }: SavedCopy, parts: SavingParts): Promise<ArticleText | 'later' | null> {
  if (url === null || !(await parts.robots.mayRead(url))) return null
  const fetched = await parts.fetcher.get({ url, purpose: 'page' })
  if (!fetched.ok) return parts.stop.aborted || passes(fetched.failure) ? 'later' : null
  if (fetched.value.kind === 'unchanged') return null
  const { bytes, contentType, finalUrl } = fetched.value
  const read = await parts.workbench.run('readArticlePage', { bytes, contentType, url: finalUrl, title, feedText: text })
  if (!read.ok) return parts.stop.aborted ? 'later' : null
  return read.value.isBetter ? read.value.text : null
}

/** Whether asking again may come to something else. */
export function passes(failure: SourceFailure): boolean {
  if (failure.kind === 'refused') return failure.status === 429 || failure.status >= 500
  return ['offline', 'no-such-host', 'unreachable', 'not-secure', 'timed-out', 'took-too-long', 'damaged'].includes(failure.kind)
}
