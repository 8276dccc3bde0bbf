import type { DurationMs } from '../../../../shared/time.ts'

/** A line of a list of subscriptions. */
export interface OpmlFeed {
  readonly title: string
  /** What is polled: the feed, or the page that lists the news. */
  readonly url: string
  readonly kind: 'feed' | 'newsroom'
  readonly siteUrl: string | null
  /** Nested folders as one path, `Operators / Europe`; null at the top. */
  readonly folder: string | null
  readonly category: 'company' | 'industry' | null
  /** How often it is asked; null where it finds its own pace. */
  readonly checkEvery: DurationMs | null
}

/** Between the folders of a path. */
export const FOLDER_SEPARATOR = ' / '

/**
 * What OPML has no word for travels in attributes of this namespace, which other readers pass over: `newsdesk:kind`,
 * `newsdesk:category` and `newsdesk:checkEvery` (milliseconds). A newsroom is an outline of the standard `type="link"`
 * with its address in `url`, so that others see a plain link; `newsdesk:kind="newsroom"` tells it from any other link.
 */
export const NAMESPACE = 'urn:newsdesk:opml'
