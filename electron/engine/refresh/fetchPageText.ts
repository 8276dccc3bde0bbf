import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { RefreshParts } from './refreshParts.ts'

/**
 * Fetches an article's page and keeps its text beside the feed's. The better of the two is shown first, and one can go to the other.
 * A page that cannot be had is given up for good unless this computer was offline.
 *
 * @param isAskedFor a person wants the page's text whatever the quality check says.
 */
export async function fetchPageText(id: string, parts: RefreshParts, isAskedFor = false): Promise<Result<null, SourceFailure>> {
  const { articles } = parts.store
  const content = articles.getContent(id)
  if (content === null || content.url === null) return failed({ kind: 'not-news', contentType: null })
  const fetched = await parts.fetcher.get({ url: content.url, purpose: 'page' })
  if (!fetched.ok) return giveUp(id, fetched.failure, parts)
  if (fetched.value.kind === 'unchanged') return ok(null)
  const { bytes, contentType, finalUrl } = fetched.value
  const about = { title: content.title, feedText: content.feedText?.text ?? '' }
  const read = await parts.workbench.run('readArticlePage', { bytes, contentType, url: finalUrl, ...about })
  if (!read.ok) return giveUp(id, read.failure, parts)
  articles.keepPageText(id, read.value.text, { ...read.value, isBetter: isAskedFor || read.value.isBetter })
  return ok(null)
}

function giveUp(id: string, failure: SourceFailure, { store }: RefreshParts): Result<null, SourceFailure> {
  if (failure.kind !== 'offline') store.articles.giveUpPage(id)
  return failed(failure)
}
