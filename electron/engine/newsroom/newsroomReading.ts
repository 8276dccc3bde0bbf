import type { EpochMs } from '../../../shared/time.ts'

/** One article as a list names it. Title and link stand in the page; what the list does not say is null. */
export interface ListedArticle {
  readonly title: string
  readonly url: string
  readonly publishedAt: EpochMs | null
  /** The words that `publishedAt` was read from. */
  readonly rawDate: string | null
  readonly imageUrl: string | null
  readonly summary: string | null
  /** True where the link leads to another organisation's site (P04). */
  readonly isForeign: boolean
}

/** How a list was found, so that it is found again; and why, for people. Plain JSON, kept with the source. */
export interface Recipe {
  readonly version: 1
  readonly from: 'markup' | 'data'
  /** Which links make the list: the path of tags and classes to them, tags alone, the form of their addresses, or the place in the data. */
  readonly by: 'path' | 'tags' | 'address' | 'data'
  readonly signature: string
  readonly titlePart: string | null
  readonly datePart: string | null
  /** The commonest form of the articles' addresses, as `example.com/news/#/*.html`. */
  readonly linkShape: string
  /** English sentences: why this list, which parts. */
  readonly because: readonly string[]
}

/** A list that may be the news of a page. */
export interface ListCandidate {
  readonly items: readonly ListedArticle[]
  /** About 0 to 130; lists below 55 are not offered. */
  readonly score: number
  /** The heading above the list, or null. */
  readonly label: string | null
  readonly recipe: Recipe
}

/** What was learnt from a page. */
export type NewsroomReading =
  | (AboutPage & { readonly kind: 'list'; readonly candidates: readonly ListCandidate[]; readonly nextPageUrl: string | null })
  | (AboutPage & { readonly kind: 'no-list' | 'needs-login' | 'needs-scripts' })

/** The page's words about itself. */
export interface AboutPage {
  readonly pageTitle: string
  readonly siteName: string | null
  readonly language: string
  /** True where a cap ended the reading early. */
  readonly isCut: boolean
}
