import { parseHTML } from 'linkedom'
import { webAddress } from './links.ts'
import { cutAtCaps, firstBytes, PAGE_CAPS } from './markupCaps.ts'
import { prunePage } from './prunePage.ts'

/** As much of an element as reading a page takes. */
export interface PageElement {
  readonly localName: string
  readonly textContent: string
  readonly outerHTML: string
  readonly parentElement: PageElement | null
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
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
  const capped = cutAtCaps(prunePage(firstBytes(html, PAGE_CAPS.bytes)), PAGE_CAPS).html
  const whole = /<html[\s>]/i.test(capped) ? capped : `<!doctype html><html><head></head><body>${capped}</body></html>`
  const document = parseHTML(whole).document as unknown as PageDocument
  if (/\s[A-Z]{2,20}=/.test(capped)) lowerAttributes(document)
  const base = webAddress(document.querySelector('base[href]')?.getAttribute('href'), url) ?? url
  // linkedom has neither; without them relative links and pictures are lost.
  Object.defineProperty(document, 'baseURI', { value: base })
  Object.defineProperty(document, 'documentURI', { value: url })
  return document
}

/** linkedom keeps the case of attributes' names, and old pages shout them. */
function lowerAttributes(document: PageDocument): void {
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of Array.from(element.attributes)) {
      const lower = name.toLowerCase()
      if (lower === name) continue
      element.removeAttribute(name)
      if (element.getAttribute(lower) === null) element.setAttribute(lower, value)
    }
  }
}
