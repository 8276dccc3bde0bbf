import { parseHTML } from 'linkedom'
import { webAddress } from './links.ts'
import { cutAtCaps, PAGE_CAPS } from './markupCaps.ts'

/** As much of an element as reading a page takes. */
export interface PageElement {
  readonly localName: string
  readonly textContent: string
  readonly outerHTML: string
  readonly parentElement: PageElement | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  closest(selector: string): PageElement | null
  remove(): void
}

/** As much of a document as reading a page takes. */
export interface PageDocument extends PageElement {
  readonly documentElement: PageElement
  readonly baseURI: string
}

/** A page as a document, cut at its caps. Nothing in it runs and nothing is fetched. */
export function openPage(html: string, url: string): PageDocument {
  const capped = cutAtCaps(html, PAGE_CAPS).html
  const whole = /<html[\s>]/i.test(capped) ? capped : `<!doctype html><html><head></head><body>${capped}</body></html>`
  const document = parseHTML(whole).document as unknown as PageDocument
  const base = webAddress(document.querySelector('base[href]')?.getAttribute('href'), url) ?? url
  // linkedom has neither; without them relative links and pictures are lost.
  Object.defineProperty(document, 'baseURI', { value: base })
  Object.defineProperty(document, 'documentURI', { value: url })
  return document
}
