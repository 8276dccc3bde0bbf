import type { EpochMs } from '../../../shared/time.ts'
import type { ArticleText } from './articleDraft.ts'

/** What was taken from an article's page. */
export interface ReadPage {
  readonly text: ArticleText
  readonly title: string | null
  readonly author: string | null
  readonly publishedAt: EpochMs | null
  readonly leadImageUrl: string | null
  readonly language: string | null
  /** True where the page's text is the better one to show: fuller than the feed's and about the same thing. */
  readonly isBetter: boolean
}

/** What is known of an article before its page is read. */
export interface PageQuestion {
  readonly url: string
  readonly title: string
  /** The feed's text, plain; empty where it carries only a headline. */
  readonly feedText: string
  /** Reads dates that are not ISO's; without it, those are passed over. */
  readonly readDate?: (raw: string) => EpochMs | null
}
