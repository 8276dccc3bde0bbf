import { Readability } from '@mozilla/readability'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { ArticleText } from './articleDraft.ts'
import { articleText } from './articleText.ts'
import { trimBody } from './bodyTrim.ts'
import { dropBoilerplate } from './boilerplate.ts'
import { cleanLine } from './cleanLine.ts'
import { isFullerText } from './fullerText.ts'
import { leadFigure, samePicture, type LeadFigure } from './leadPicture.ts'
import { readMarkup } from './markupReader.ts'
import { writeMarkup } from './markupTree.ts'
import { openPage, type PageDocument } from './pageDocument.ts'
import { pageFacts, type PageFacts } from './pageFacts.ts'
import { plainText } from './plainText.ts'
import { readingWeight } from './readingWeight.ts'
import type { PageQuestion, ReadPage } from './readPage.ts'
import { pageSigns, wallBefore } from './walls.ts'

/** Extraction is content with this many characters; below it, it tries again with fewer of its own rules. */
const ENOUGH_CHARACTERS = 140

/**
 * The article of a page: extracted, trimmed, and made safe by the same policy as a feed's text (X09). It is never trusted.
 * Fails where the page hides its article behind a login or a script, or has no text at all.
 */
export function readPage(pageHtml: string, about: PageQuestion): Result<ReadPage, SourceFailure> {
  const document = openPage(pageHtml, about.url)
  const facts = pageFacts(document, about.url, about.readDate ?? (() => null))
  const signs = pageSigns(document, facts.isPaid)
  dropBoilerplate(document)
  const lead = leadFigure(document, facts.leadImageUrl)
  const extracted = extract(document)
  const text = pageText(extracted, facts, lead, { ...about, baseUrl: document.baseURI })
  const wall = wallBefore(signs, text?.text ?? '')
  if (wall !== null) return failed(wall)
  return text === null ? failed({ kind: 'empty-document' }) : ok(answer(text, facts, extracted, about))
}

/** What extraction found. */
interface Extracted {
  readonly html: string
  readonly byline: string | null
  readonly language: string | null
}

function extract(document: PageDocument): Extracted {
  const article = new Readability(document, { charThreshold: ENOUGH_CHARACTERS, keepClasses: false }).parse()
  const byline = article?.byline ?? null
  return { html: article?.content ?? '', byline: byline !== null && byline.length < 100 ? byline : null, language: article?.lang ?? null }
}

function pageText(
  { html }: Extracted,
  facts: PageFacts,
  lead: LeadFigure | null,
  about: PageQuestion & { readonly baseUrl: string },
): ArticleText | null {
  const trimmed = writeMarkup(trimBody(readMarkup(html), { title: about.title, pageTitle: facts.title }))
  const body = fullerBody(trimmed, facts.structuredBody)
  const text = articleText(body, { baseUrl: about.baseUrl }, about.title)
  if (text === null || lead === null || !needsLead(text, lead)) return text
  return articleText(`${lead.html}${body}`, { baseUrl: about.baseUrl }, about.title)
}

/** JSON-LD's text where it is clearly the fuller one: extraction keeps pictures and tables, so it is preferred. */
function fullerBody(html: string, structured: string | null): string {
  if (structured === null) return html
  const asHtml = /<(?:p|br|div|h\d)[\s/>]/i.test(structured) ? structured : paragraphsOf(structured)
  const extracted = readingWeight(plainText(html))
  return readingWeight(plainText(asHtml)) > extracted * 1.4 + 200 ? asHtml : html
}

function paragraphsOf(text: string): string {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '')
  return lines.map((line) => writeMarkup([{ name: 'p', attributes: {}, children: [line.trim()] }])).join('')
}

/** A text that shows the picture already, or opens with one, needs no other above it. */
function needsLead(text: ArticleText, lead: LeadFigure): boolean {
  const opensWithPicture = plainText(text.html.split('<img', 1)[0] ?? '').length < 200 && text.pictures.length > 0
  return !opensWithPicture && !text.pictures.some(({ url }) => samePicture(url, lead.address))
}

function answer(text: ArticleText, facts: PageFacts, extracted: Extracted, about: PageQuestion): ReadPage {
  return {
    text,
    title: facts.title,
    author: facts.author ?? (extracted.byline === null ? null : cleanLine(extracted.byline.replace(/^by\s+/i, ''), 200) || null),
    publishedAt: facts.publishedAt,
    leadImageUrl: facts.leadImageUrl,
    language: facts.language ?? extracted.language,
    isBetter: isFullerText({ title: about.title, feedText: about.feedText, pageTitle: facts.title, pageText: text.text }),
  }
}
