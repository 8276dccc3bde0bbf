import type { DurationMs, EpochMs } from '../../../shared/time.ts'

/** What a feed document says, before anything is judged, cleaned or completed. */
export interface ParsedFeed {
  readonly format: 'rss' | 'rdf' | 'atom' | 'json'
  /** Plain text: markup removed, entities decoded, white space folded. Empty where the feed has none. */
  readonly title: string
  readonly description: string
  /** Absolute; null where it says nothing that is an http(s) address. */
  readonly siteUrl: string | null
  /** The feed's own address as it states it (`atom:link rel=self`, JSON `feed_url`). */
  readonly selfUrl: string | null
  readonly iconUrl: string | null
  /** A BCP 47 tag as written. */
  readonly language: string | null
  /** RSS `ttl`, or `sy:updatePeriod`/`updateFrequency`: how long the feed asks to be left alone. */
  readonly askedInterval: DurationMs | null
  /** The feed's id (`id`, `rdf:about`) as written. */
  readonly rawId?: string | null
  /** Who the feed as a whole is by. */
  readonly authors?: readonly string[]
  /** When the feed says it last changed. */
  readonly updatedAt?: EpochMs | null
  readonly entries: readonly ParsedEntry[]
  /** True where the document ended early or was cut at a cap; the entries before that point are whole. */
  readonly isCut: boolean
}

/** One entry of a feed. Addresses are absolute (resolved by `xml:base`, then the document's address) and http(s). */
export interface ParsedEntry {
  /** The publisher's id (`guid`, `id`, `rdf:about`) as written, trimmed; null where there is none. */
  readonly rawId: string | null
  readonly link: string | null
  /** Plain text. */
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedAt: EpochMs | null
  readonly updatedAt: EpochMs | null
  /** HTML as the publisher wrote it, not safe; plain text comes escaped. */
  readonly summaryHtml: string | null
  readonly contentHtml: string | null
  /** What relative addresses inside the HTML are relative to. */
  readonly baseUrl: string
  readonly language: string | null
  readonly categories: readonly string[]
  readonly enclosures: readonly ParsedEnclosure[]
  /** A picture that the entry names outside its text (media:thumbnail, media:content, itunes:image, JSON `image`). */
  readonly imageUrl: string | null
  /** RSS `source`, Atom `source/title`: who published it first. */
  readonly sourceTitle: string | null
}

/** A file that goes with an entry. `bytes` as stated, null where it is not a number. */
export interface ParsedEnclosure {
  readonly url: string
  readonly type: string | null
  readonly bytes: number | null
}
