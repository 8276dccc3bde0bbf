import type { EpochMs } from '../../../shared/time.ts'

/** Where on a page a fact stood. */
export type FactPlace =
  | 'json-ld'
  | 'microdata'
  | 'tel-link'
  | 'mailto-link'
  | 'labelled text'
  | 'heading'
  | 'title'
  | 'footer'
  | 'meta'
  | 'header picture'
  | 'link'

/** Something that a company says of itself, and where it says it. */
export interface Fact {
  /** One line of plain text, as written; an absolute address where it is one. At most 300 characters. */
  readonly value: string
  /** The page's address. */
  readonly url: string
  readonly place: FactPlace
}

/** A phone, e-mail or postal address; `label` is what the page calls it ("Spare parts"), null where it does not say. */
export interface ContactFact extends Fact {
  readonly label: string | null
}

/** The company's account at a network; `value` is its address. */
export interface AccountFact extends Fact {
  readonly network: SocialNetwork
}

/** The networks whose addresses are known for accounts. */
export type SocialNetwork =
  | 'linkedin'
  | 'x'
  | 'facebook'
  | 'youtube'
  | 'instagram'
  | 'xing'
  | 'weibo'
  | 'bilibili'
  | 'zhihu'
  | 'tiktok'
  | 'whatsapp'
  | 'telegram'
  | 'line'
  | 'github'
  | 'pinterest'
  | 'threads'
  | 'bluesky'

/** What a company's own pages say of it. Plain data; a list holds each thing once, the surest first, at most 12. */
export interface CompanyFacts {
  readonly name: Fact | null
  /** Other names, never `name` itself: with and without legal form, in other scripts, short. */
  readonly aliases: readonly Fact[]
  /** The address of its home page. */
  readonly site: string
  readonly logo: Fact | null
  readonly phones: readonly ContactFact[]
  readonly emails: readonly ContactFact[]
  readonly addresses: readonly ContactFact[]
  readonly contactPage: Fact | null
  readonly accounts: readonly AccountFact[]
  /** The pages that were read: what stood on a page not read this time has not gone. */
  readonly pages: readonly string[]
  readonly readAt: EpochMs
}
