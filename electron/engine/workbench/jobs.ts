import type { SourceFailure } from '../../../shared/failures.ts'
import type { Result } from '../../../shared/result.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { ReadPage } from '../article/readPage.ts'
import type { CompanyFacts } from '../company/companyFacts.ts'
import type { DeclaredFeed } from '../newsroom/declaredFeeds.ts'
import type { NewsPageLink } from '../newsroom/newsPageLinks.ts'
import type { Recipe } from '../newsroom/newsroomReading.ts'
import type { ParsedExport, ParsedStar } from '../parse/exports/parsedExport.ts'
import type { NoExport } from '../parse/exports/readExport.ts'
import type { ParsedFeed } from '../parse/parsedFeed.ts'

/** A document as it came over the network. Its bytes are handed to the thread, not copied: they are gone here. */
export interface Document {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** Where it came from, after redirects. */
  readonly url: string
}

/** Everything that the worker threads do: plain data in, plain data out. */
export interface Jobs {
  /** A document that should be a feed, all the way to drafts. */
  readonly readFeed: { readonly input: Document; readonly output: Result<ReadFeed, SourceFailure> }
  /** A document behind an address that a person pasted: a feed, or a page that may lead to one. */
  readonly lookAround: { readonly input: Document; readonly output: Result<Surroundings, SourceFailure> }
  /**
   * The page of a followed newsroom: its list, found by its recipe or learnt again where the markup changed.
   * `knownLinks`: addresses of articles that the source has, by which a list is known again.
   */
  readonly readNewsroomPage: {
    readonly input: Document & { readonly recipe: Recipe | null; readonly knownLinks: readonly string[] }
    readonly output: Result<ReadNewsroom, SourceFailure>
  }
  /** The page of an article: its text, title and lead picture. `feedText` is the feed's plain text, for judging. */
  readonly readArticlePage: {
    readonly input: Document & { readonly title: string; readonly feedText: string }
    readonly output: Result<ReadPage, SourceFailure>
  }
  /** A company's home page: the addresses of its contact and about pages, contact first. */
  readonly findContactPages: { readonly input: Document; readonly output: Result<readonly string[], SourceFailure> }
  /** What a company's home page, and further pages of its site, say of it. */
  readonly readCompany: {
    readonly input: Document & { readonly pages: readonly Document[]; readonly now: EpochMs }
    readonly output: Result<CompanyFacts, SourceFailure>
  }
  /** What another reader exported: subscriptions, and starred articles as they stand there. */
  readonly readExport: { readonly input: { readonly bytes: Uint8Array }; readonly output: Result<ParsedExport, NoExport> }
  /** Starred articles as drafts, in their order. */
  readonly draftStars: {
    readonly input: { readonly stars: readonly ParsedStar[] }
    readonly output: Result<readonly ArticleDraft[], never>
  }
}

/** The name of a job. */
export type JobName = keyof Jobs

/** An article that a person starred in another reader, as its export tells it. */
export type Star = ParsedStar

/** A feed as the store needs it: the feed's own words, and drafts of its articles in its order. */
export interface ReadFeed {
  readonly about: Omit<ParsedFeed, 'entries'>
  readonly drafts: readonly ArticleDraft[]
}

/** What an address holds: a feed itself, or a page with the feeds that it declares, the news that it lists, and where its news may stand. */
export type Surroundings = { readonly kind: 'feed'; readonly feed: ReadFeed } | ({ readonly kind: 'page' } & PageSurroundings)

/** What a page leads to. `wall`: why it shows no list, where it says so. */
export interface PageSurroundings {
  readonly declared: readonly DeclaredFeed[]
  readonly wellKnown: readonly string[]
  readonly newsPages: readonly NewsPageLink[]
  readonly name: string | null
  readonly lists: readonly NewsroomList[]
  readonly nextPageUrl: string | null
  readonly wall: 'needs-login' | 'needs-scripts' | null
}

/** A list of news on a page without a feed, as drafts in its order. `score`: about 55 to 130. */
export interface NewsroomList {
  readonly drafts: readonly ArticleDraft[]
  readonly recipe: Recipe
  readonly score: number
  readonly label: string | null
}

/** The list of a followed newsroom. */
export interface ReadNewsroom {
  readonly list: NewsroomList
  readonly match: 'same' | 'relearnt'
  readonly nextPageUrl: string | null
}
