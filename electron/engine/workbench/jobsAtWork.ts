import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { systemClock } from '../../../shared/time.ts'
import { draftArticles } from '../article/drafts.ts'
import { readPage } from '../article/fullText.ts'
import { packDrafts } from '../article/packedText.ts'
import type { ReadPage } from '../article/readPage.ts'
import type { CompanyFacts } from '../company/companyFacts.ts'
import { contactPageLinks } from '../company/contactPageLinks.ts'
import { readCompany } from '../company/readCompany.ts'
import { decodeText } from '../fetch/charset.ts'
import { feedDate } from '../parse/feedDate/feedDate.ts'
import { looksLikeFeed } from '../parse/looksLikeFeed.ts'
import { readExport } from '../parse/exports/readExport.ts'
import { readFeed } from '../parse/readFeed.ts'
import type { Document, JobName, Jobs, ReadFeed, ReadNewsroom, Surroundings } from './jobs.ts'
import { newsroomAgain, pageSurroundings } from './newsroomPages.ts'

/** What each job does, in the thread that it runs in. */
export const jobsAtWork: { readonly [Name in JobName]: (input: Jobs[Name]['input']) => Promise<Jobs[Name]['output']> } = {
  readFeed: readFeedDocument,
  lookAround,
  readNewsroomPage,
  readArticlePage,
  findContactPages,
  readCompany: readCompanyPages,
  readExport: async ({ bytes }) => readExport(decodeText(bytes, null, isJson(bytes) ? 'json' : 'xml'), systemClock()),
  draftStars: async ({ stars }) =>
    ok(stars.flatMap(({ entry }) => draftArticles({ entries: [entry], language: null }, { now: systemClock() }))),
}

async function readFeedDocument(document: Document): Promise<Result<ReadFeed, SourceFailure>> {
  return draftFeed(decode(document), document)
}

async function lookAround(document: Document): Promise<Result<Surroundings, SourceFailure>> {
  const text = decode(document)
  if (text.trim() === '') return failed({ kind: 'empty-document' })
  if (looksLikeFeed(text)) {
    const feed = await draftFeed(text, document)
    return feed.ok ? ok({ kind: 'feed', feed: feed.value }) : feed
  }
  if (!isPage(text, document.contentType)) return failed({ kind: 'not-news', contentType: document.contentType })
  return ok({ kind: 'page', ...pageSurroundings(text, document.url) })
}

async function readNewsroomPage(input: Jobs['readNewsroomPage']['input']): Promise<Result<ReadNewsroom, SourceFailure>> {
  const text = decode(input)
  if (text.trim() === '') return failed({ kind: 'empty-document' })
  if (!isPage(text, input.contentType)) return failed({ kind: 'not-news', contentType: input.contentType })
  return newsroomAgain(text, input)
}

async function readArticlePage(input: Jobs['readArticlePage']['input']): Promise<Result<ReadPage, SourceFailure>> {
  const text = decode(input)
  if (!isPage(text, input.contentType)) return failed({ kind: 'not-news', contentType: input.contentType })
  return readPage(text, { url: input.url, title: input.title, feedText: input.feedText, readDate })
}

async function findContactPages(document: Document): Promise<Result<readonly string[], SourceFailure>> {
  const text = decode(document)
  if (!isPage(text, document.contentType)) return failed({ kind: 'not-news', contentType: document.contentType })
  return ok(contactPageLinks(text, document.url).map((link) => link.url))
}

async function readCompanyPages({ pages, now, ...home }: Jobs['readCompany']['input']): Promise<Result<CompanyFacts, SourceFailure>> {
  const read = [home, ...pages]
    .map((page) => ({ url: page.url, html: decode(page), contentType: page.contentType }))
    .filter(({ html, contentType }) => isPage(html, contentType))
  return ok(readCompany(read, { siteUrl: home.url, now }))
}

async function draftFeed(text: string, document: Document): Promise<Result<ReadFeed, SourceFailure>> {
  const now = systemClock()
  const parsed = await readFeed(text, { url: document.url, contentType: document.contentType, now })
  if (!parsed.ok) return parsed
  const { entries: _, ...about } = parsed.value
  return ok({ about, drafts: packDrafts(draftArticles(parsed.value, { now })) })
}

function isJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 200)))
}

function readDate(raw: string) {
  return feedDate(raw, systemClock())
}

function decode({ bytes, contentType }: Document): string {
  const isHtml = contentType?.includes('html') ?? false
  return decodeText(bytes, contentType, contentType?.includes('json') ? 'json' : isHtml ? 'html' : 'xml')
}

/** Whether a text can be a web page at all; a PDF or a picture decodes to something that cannot. */
function isPage(text: string, contentType: string | null): boolean {
  if (contentType !== null && /^(?:image|audio|video|font)\/|\/(?:pdf|zip|octet-stream)/i.test(contentType)) return false
  return !text.startsWith('%PDF') && /<[a-z!][^>]{0,2000}>/i.test(text.slice(0, 100_000))
}
