import type { Candidate } from '../../../shared/contract/source.ts'
import type { Store } from '../store/store.ts'
import type { FoundFeed } from './lookAt.ts'

const HEADLINES = 5

/** What was found, as a preview shows it. */
export function candidateOf(found: FoundFeed, store: Pick<Store, 'sources'>): Candidate {
  const { about, drafts } = found.feed
  return {
    kind: found.kind,
    title: titleOf(found),
    url: found.url,
    siteUrl: about.siteUrl,
    found: drafts.length,
    articles: drafts.slice(0, HEADLINES).map(({ title, url, publishedAt }) => ({ title, url, publishedAt })),
    followedAs: store.sources.byUrl(found.url)?.id ?? null,
  }
}

/** The name of a source: the feed's own, the one that the page gave it, or its host's. */
export function titleOf({ feed, name, url }: FoundFeed): string {
  return feed.about.title || name || new URL(url).hostname.replace(/^www\./, '') || url
}
