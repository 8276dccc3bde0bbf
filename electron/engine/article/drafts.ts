import type { EpochMs } from '../../../shared/time.ts'
import type { ParsedEntry, ParsedFeed } from '../parse/parsedFeed.ts'
import type { ArticleDraft, ArticleText } from './articleDraft.ts'
import { articleText } from './articleText.ts'
import { cleanLine, cutAt } from './cleanLine.ts'
import { sha256 } from './hash.ts'
import { identify, type Identity } from './identity.ts'
import { hostAndPath, webAddress } from './links.ts'
import { plainText } from './plainText.ts'
import { isSummary } from './summaries.ts'
import { isTrackerAddress } from './trackerPixels.ts'

const LONGEST_TITLE = 1_000
const LONGEST_AUTHOR = 500
const LONGEST_ID = 2_048
const MOST_CATEGORIES = 50

/** What a draft is made at. `now` is for what cannot have happened yet. */
export interface DraftingTime {
  readonly now: EpochMs
}

/**
 * A feed's entries as articles: clean, safe, each with its identity, in the feed's order. Where a document tells one article
 * twice, it is drafted once, at the place of the first, from the entry that was updated last.
 */
export function draftArticles(feed: Pick<ParsedFeed, 'entries' | 'language'>, _about: DraftingTime): ArticleDraft[] {
  const identities = identify(feed.entries)
  const chosen = new Map<string, [ParsedEntry, Identity]>()
  for (const [at, entry] of feed.entries.entries()) {
    const identity = identities[at]
    if (identity === undefined) continue
    const earlier = chosen.get(identity.identityKey)?.[0]
    if (earlier === undefined || isNewer(entry, earlier)) chosen.set(identity.identityKey, [entry, identity])
  }
  return [...chosen.values()].map(([entry, identity]) => draftArticle(entry, identity, feed.language))
}

function isNewer(entry: ParsedEntry, earlier: ParsedEntry): boolean {
  return (entry.updatedAt ?? entry.publishedAt ?? -Infinity) > (earlier.updatedAt ?? earlier.publishedAt ?? -Infinity)
}

function draftArticle(entry: ParsedEntry, identity: Identity, feedLanguage: string | null): ArticleDraft {
  const url = webAddress(entry.link, entry.baseUrl)
  const { html, isContent } = chosenText(entry)
  const given = cleanLine(entry.title, LONGEST_TITLE)
  const feedText = html === null ? null : articleText(html, { baseUrl: entry.baseUrl }, given)
  const title = given === '' ? titleFrom(feedText, url, entry.rawId) : given
  const dates = { publishedAt: withinYears(entry.publishedAt), updatedAt: withinYears(entry.updatedAt) }
  return {
    ...identity,
    rawId: entry.rawId === null ? null : cutAt(entry.rawId, LONGEST_ID),
    title,
    url,
    author: authorLine(entry.authors),
    ...dates,
    language: languageTag(entry.language) ?? languageTag(feedLanguage),
    categories: categoryLines(entry.categories),
    feedText,
    pageText: null,
    leadImageUrl: leadImage(entry),
    wantsPage: url !== null && isSummary(feedText?.text ?? '', isContent),
    contentHash: sha256([title, feedText?.html ?? '', dates.publishedAt, dates.updatedAt].join('\u0000')),
  }
}

/** The content is the text, unless the publisher left it empty or shorter than the summary. */
function chosenText({ contentHtml, summaryHtml }: ParsedEntry): { html: string | null; isContent: boolean } {
  const isContent = contentHtml !== null && (summaryHtml === null || saysMore(contentHtml, summaryHtml))
  const html = isContent ? contentHtml : summaryHtml
  return { html: html === null ? null : paragraphed(html), isContent }
}

/** A content much longer than the summary need not be read to know. */
function saysMore(content: string, summary: string): boolean {
  if (content.length > summary.length * 4 + 1_000) return true
  return plainText(content.slice(0, 20_000)).length >= plainText(summary.slice(0, 20_000)).length
}

/** A text without any markup keeps its paragraphs, which are its empty lines. */
function paragraphed(html: string): string {
  if (html.includes('<')) return html
  const parts = html.split(/\r?\n[ \t]*\r?\n/)
  return parts.length === 1 ? html : parts.map((part) => `<p>${part}</p>`).join('')
}

/** What an article without a title is called: its first words, else where it leads, else its id. */
function titleFrom(text: ArticleText | null, url: string | null, rawId: string | null): string {
  const words = firstWords(text?.text ?? '')
  if (words !== '') return words
  const fromLink = url === null ? '' : cleanLine(hostAndPath(url), LONGEST_TITLE)
  return fromLink === '' ? cleanLine(rawId ?? '', LONGEST_TITLE) || '–' : fromLink
}

function firstWords(text: string): string {
  const line = cleanLine(text.split('\n', 1)[0] ?? '', LONGEST_TITLE)
  if (line.length <= 100) return line
  const cut = cutAt(line, 99)
  const space = cut.lastIndexOf(' ')
  return `${space > 40 ? cut.slice(0, space) : cut}…`
}

function authorLine(authors: readonly string[]): string | null {
  const names = new Set(authors.map((author) => cleanLine(author, LONGEST_AUTHOR)).filter((name) => name !== ''))
  return names.size === 0 ? null : cutAt([...names].join(', '), LONGEST_AUTHOR)
}

const YEAR_1 = Date.parse('0001-01-01T00:00:00Z')
const YEAR_10000 = Date.parse('+010000-01-01T00:00:00Z')

/** Dates outside the years 1 to 9999 have no ISO form that others read (F14). */
function withinYears(at: EpochMs | null): EpochMs | null {
  return at !== null && at >= YEAR_1 && at < YEAR_10000 ? at : null
}

function languageTag(raw: string | null): string | null {
  const tag = raw?.trim().replaceAll('_', '-') ?? ''
  return tag.length <= 35 && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null
}

function categoryLines(categories: readonly string[]): string[] {
  const lines = categories.slice(0, MOST_CATEGORIES * 4).map((category) => cleanLine(category, 200))
  return [...new Set(lines)].filter((line) => line !== '').slice(0, MOST_CATEGORIES)
}

function leadImage(entry: ParsedEntry): string | null {
  const enclosed = entry.enclosures.filter(
    ({ url, type }) => type?.startsWith('image/') ?? /\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(url),
  )
  for (const raw of [entry.imageUrl, ...enclosed.map(({ url }) => url)]) {
    const address = webAddress(raw, entry.baseUrl)
    if (address !== null && !isTrackerAddress(address) && !/\.svgz?(?:\?|$)/i.test(address)) return address
  }
  return null
}
