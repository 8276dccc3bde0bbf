import type { EpochMs } from '../../../shared/time.ts'
import { cleanLine } from './cleanLine.ts'
import { webAddress } from './links.ts'
import { isoDate } from './pageDates.ts'
import type { PageDocument } from './pageDocument.ts'
import { pageTitle } from './pageTitle.ts'
import { structuredArticle } from './structuredData.ts'
import { isTrackerAddress } from './trackerPixels.ts'

/** What a page says about its article beside its text. */
export interface PageFacts {
  readonly title: string | null
  readonly author: string | null
  readonly publishedAt: EpochMs | null
  readonly leadImageUrl: string | null
  readonly language: string | null
  /** The whole text as JSON-LD gives it, plain or HTML. */
  readonly structuredBody: string | null
  readonly isPaid: boolean
}

const DATE_META = [
  'article:published_time',
  'og:article:published_time',
  'datePublished',
  'pubdate',
  'publishdate',
  'publish_date',
  'PubDate',
  'parsely-pub-date',
  'sailthru.date',
  'DC.date.issued',
  'dcterms.created',
  'dc.date',
  'date',
]

const PRINTED_DATE =
  /(?:发布时间|发布日期|发表时间|更新时间|日期|时间|published(?: on)?|posted(?: on)?|release date|date)\s*[:：]?\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}[^<\n]{0,20})/i

/** Gathers the facts; call it before anything is removed from the document. */
export function pageFacts(document: PageDocument, url: string, readDate: (raw: string) => EpochMs | null): PageFacts {
  const structured = structuredArticle(document)
  const meta = metaOf(document)
  const dates = [structured?.datePublished, ...DATE_META.map((name) => meta.get(name.toLowerCase())), datedElement(document)]
  const images = [structured?.image, meta.get('og:image:secure_url'), meta.get('og:image'), meta.get('twitter:image')]
  return {
    title: pageTitle({
      headline: structured?.headline ?? null,
      social: meta.get('og:title') ?? meta.get('twitter:title') ?? null,
      heading: onlyHeading(document),
      windowTitle: document.querySelector('title')?.textContent ?? null,
      siteName: meta.get('og:site_name') ?? meta.get('application-name') ?? null,
      host: URL.parse(url)?.hostname ?? '',
    }),
    author: authorOf(structured?.authors ?? [], meta),
    publishedAt: firstDate(dates, readDate) ?? printedDate(document),
    leadImageUrl:
      images.map((raw) => webAddress(raw, document.baseURI)).find((found) => found !== null && !isTrackerAddress(found)) ?? null,
    language: languageOf(document, meta),
    structuredBody: structured?.body ?? null,
    isPaid: structured?.isPaid ?? false,
  }
}

/** Every `meta`, by its property, name or itemprop in lower case; the first of a name counts. */
function metaOf(document: PageDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')?.trim() ?? ''
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase()
      if (name !== undefined && content !== '' && !meta.has(name)) meta.set(name, content)
    }
  }
  return meta
}

function onlyHeading(document: PageDocument): string | null {
  const headings = [...document.querySelectorAll('h1')]
    .map(({ textContent }) => cleanLine(textContent, 1_000))
    .filter((text) => text !== '')
  return new Set(headings).size === 1 ? (headings[0] ?? null) : null
}

function authorOf(structured: readonly string[], meta: ReadonlyMap<string, string>): string | null {
  const named = structured.length > 0 ? structured : [meta.get('author'), meta.get('article:author'), meta.get('dc.creator')]
  const lines = named.filter((name) => name !== undefined).map((name) => cleanLine(name, 200))
  const people = [...new Set(lines.filter((line) => line !== '' && !/^https?:|^@|^admin$/i.test(line)))]
  if (people.length === 0) return null
  return structured.length > 0 ? people.slice(0, 5).join(', ') : (people[0] ?? null)
}

function firstDate(raws: readonly (string | null | undefined)[], readDate: (raw: string) => EpochMs | null): EpochMs | null {
  for (const raw of raws) {
    const at = raw === null || raw === undefined ? null : (isoDate(raw) ?? readDate(raw))
    if (at !== null) return at
  }
  return null
}

function datedElement(document: PageDocument): string | null {
  const element =
    document.querySelector('[itemprop="datePublished"]') ??
    document.querySelector('article time[datetime], main time[datetime], time[pubdate]')
  return element?.getAttribute('datetime') ?? element?.getAttribute('content') ?? element?.textContent ?? null
}

/** Sites without any of that print the date under the heading. */
function printedDate(document: PageDocument): EpochMs | null {
  const body = document.querySelector('body')?.textContent ?? ''
  const match = PRINTED_DATE.exec(body.slice(0, 100_000))
  return match?.[1] === undefined ? null : isoDate(match[1])
}

function languageOf(document: PageDocument, meta: ReadonlyMap<string, string>): string | null {
  const raw = document.documentElement.getAttribute('lang') ?? meta.get('content-language') ?? meta.get('og:locale') ?? ''
  const tag = raw.trim().replaceAll('_', '-')
  return tag.length <= 35 && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null
}
