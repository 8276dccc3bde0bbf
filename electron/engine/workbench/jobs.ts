import type { Result } from '../../../shared/result.ts'
import type { SourceFailure } from '../../../shared/failures.ts'
import type { ArticleDraft, ArticleText } from '../article/articleDraft.ts'
import type { ParsedFeed } from '../parse/parsedFeed.ts'

/** Everything that the worker threads do: plain data in, plain data out. Bytes are handed over, not copied. */
export interface Jobs {
  /** A document that should be a feed, all the way to drafts. */
  readonly readFeed: {
    readonly input: { bytes: Uint8Array; contentType: string | null; url: string }
    readonly output: Result<ReadFeed, SourceFailure>
  }
  /** The page of an article: its text, title and lead picture. `feedText` is the feed's plain text, for judging. */
  readonly readArticlePage: {
    readonly input: { bytes: Uint8Array; contentType: string | null; url: string; title: string; feedText: string }
    readonly output: Result<ReadPage, SourceFailure>
  }
}

/** A feed as the store needs it: the feed's own words, and drafts of its articles in its order. */
export interface ReadFeed {
  readonly about: Omit<ParsedFeed, 'entries'>
  readonly drafts: readonly ArticleDraft[]
}

/** What was taken from an article's page. */
export interface ReadPage {
  readonly text: ArticleText
  readonly title: string | null
  readonly author: string | null
  readonly publishedAt: number | null
  readonly leadImageUrl: string | null
  readonly language: string | null
  /** True where the page's text is the better one to show: fuller than the feed's and about the same thing. */
  readonly isBetter: boolean
}
