import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { DAY, between, type DurationMs } from '../../../shared/time.ts'
import type { StoredArticle } from '../store/cache/articleContent.ts'
import type { PageTrouble } from '../store/cache/offlineState.ts'
import type { RefreshParts } from './refreshParts.ts'

const TRIED_FOR: DurationMs = DAY

/**
 * Fetches an article's page and keeps its text beside the feed's. The better of the two is shown first, and one can go to the other.
 * A page that cannot be had is given up; where the reason may pass (a server in trouble, a network away), only after it was tried for a day.
 *
 * @param isAskedFor a person wants the page's text whatever the quality check says.
 */
export async function fetchPageText(id: string, parts: RefreshParts, isAskedFor = false): Promise<Result<null, SourceFailure>> {
  const { articles } = parts.store
  const content = articles.getContent(id)
  if (content === null || content.url === null) return failed({ kind: 'not-news', contentType: null })
  if (!(await parts.robots.mayRead(content.url))) return giveUp(content, { kind: 'robots' }, parts)
  const fetched = await parts.fetcher.get({ url: content.url, purpose: 'page' })
  if (!fetched.ok) return giveUp(content, fetched.failure, parts)
  if (fetched.value.kind === 'unchanged') return ok(null)
  const { bytes, contentType, finalUrl } = fetched.value
  const about = { title: content.title, feedText: content.feedText?.text ?? '' }
  const read = await parts.workbench.run('readArticlePage', { bytes, contentType, url: finalUrl, ...about })
  if (!read.ok) return giveUp(content, read.failure, parts)
  articles.keepPageText(id, read.value.text, { ...read.value, isBetter: isAskedFor || read.value.isBetter })
  return ok(null)
}

function giveUp(article: StoredArticle, failure: SourceFailure, { store, now, stop }: RefreshParts): Result<null, SourceFailure> {
  const isTriedAgain = failure.kind === 'offline' || (isPassing(failure) && Math.abs(between(article.firstSeenAt, now())) < TRIED_FOR)
  const why = troubleOf(failure)
  if (!stop.aborted && !isTriedAgain) store.articles.giveUpPage(article.id, why)
  // A network that is away is no verdict on a page.
  else if (!stop.aborted && failure.kind !== 'offline') store.articles.notePageTrouble(article.id, why)
  return failed(failure)
}

function troubleOf(failure: SourceFailure): PageTrouble {
  if (failure.kind === 'robots') return 'text-robots'
  if (failure.kind === 'needs-login' || (failure.kind === 'refused' && failure.status === 401)) return 'text-login'
  if (isPassing(failure) || failure.kind === 'not-secure') return 'text-unreachable'
  return failure.kind === 'refused' || failure.kind === 'gone' || failure.kind === 'private-address' ? 'text-refused' : 'text-unreadable'
}

/** Whether another answer may come at another time. */
function isPassing(failure: SourceFailure): boolean {
  if (failure.kind === 'refused') return failure.status === 429 || failure.status >= 500
  return ['offline', 'no-such-host', 'unreachable', 'timed-out', 'damaged'].includes(failure.kind)
}
