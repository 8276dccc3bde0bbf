import type { EpochMs } from '../../../shared/time.ts'

/** An article, clean and complete, as the store takes it. Everything in it is plain data that crosses threads. */
export interface ArticleDraft {
  /** What makes it this article within its source: see `identity.ts`. At most 2,048 characters, longer ones hashed. */
  readonly identityKey: string
  /** The canonical link, a second key that catches a source which changes its ids; null where it has no link. */
  readonly linkKey: string | null
  /** The publisher's id as written; null where it has none. */
  readonly rawId: string | null
  /** Plain text, one line, at most 1,000 characters, no control or bidi-override characters; never empty. */
  readonly title: string
  readonly url: string | null
  readonly author: string | null
  /** As the publisher says, within the years 1 to 9999; null where it says nothing. */
  readonly publishedAt: EpochMs | null
  readonly updatedAt: EpochMs | null
  readonly language: string | null
  readonly categories: readonly string[]
  /** The feed's text. Null only where the feed carries nothing but a headline. */
  readonly feedText: ArticleText | null
  /** The same as it is stored, where it was packed before it came to the engine's thread: see `packedText.ts`. */
  readonly packedFeedText?: Uint8Array
  /** The text taken from the article's page; null while there is none. */
  readonly pageText: ArticleText | null
  /** A picture named outside the text. Absolute http(s). */
  readonly leadImageUrl: string | null
  /** True where the feed's text is only a summary, so that the page should be fetched. */
  readonly wantsPage: boolean
  /** Of title, feed text and dates: tells an edited article from the same one. Hex. */
  readonly contentHash: string
}

/** A text of an article, safe by the policy. */
export interface ArticleText {
  /**
   * Safe HTML. Pictures stand in it as `<img src="picture:N" …>`, N being an index into `pictures`;
   * whoever shows it puts the app's own path there, or a placeholder.
   */
  readonly html: string
  /** The same without markup: paragraphs parted by a newline. */
  readonly text: string
  /** The first sentences, at most 320 characters. */
  readonly excerpt: string
  readonly pictures: readonly Picture[]
  /** True where the caps of the policy cut the end off. */
  readonly isCut: boolean
}

/** A picture that a text shows. `url` is absolute http(s), `data:image/…` already refused or decoded elsewhere. */
export interface Picture {
  readonly url: string
  readonly alt: string
  readonly width: number | null
  readonly height: number | null
}
