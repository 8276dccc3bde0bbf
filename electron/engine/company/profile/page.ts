import type { Document } from 'domhandler'
import { describedCompanies, describedSiteNames, type DescribedCompany } from './companyData.ts'
import { attribute, eachElement, parseDom, textOf } from './dom.ts'
import { linesOf, type Line, type PageLink } from './lines.ts'
import { absolute, homeOf, pageKey } from './siteAddress.ts'

/** What a page is for, by its address or heading. */
export type PageKind = 'home' | 'contact' | 'about' | 'other'

/** One page of a company's site, taken apart once for all that look at it. */
export interface SitePage {
  readonly url: string
  readonly kind: PageKind
  readonly root: Document
  /** What links are relative to. */
  readonly base: string
  readonly title: string
  /** By property or name, in lower case; the first of each. */
  readonly metas: ReadonlyMap<string, string>
  readonly lines: readonly Line[]
  /** The links that are the company's own, those without text too. */
  readonly links: readonly PageLink[]
  readonly companies: readonly DescribedCompany[]
  /** What the page's data call the site, mostly by its company's name. */
  readonly siteNames: readonly string[]
}

/** Parses a page; `siteUrl` tells which one is the front door. */
export function openPage(page: { readonly url: string; readonly html: string }, siteUrl: string): SitePage {
  const root = parseDom(page.html)
  const head = readHead(root)
  const base = absolute(head.base, page.url) ?? page.url
  const headline = head.headline
  return {
    url: page.url,
    kind: kindOf(page.url, siteUrl, `${head.title} ${headline}`),
    root,
    base,
    title: head.title,
    metas: head.metas,
    ...linesOf(root),
    companies: describedCompanies(root, page.url),
    siteNames: describedSiteNames(root),
  }
}

const CONTACT =
  /contact|kontakt|contacto|impressum|imprint|mentions-legales|aviso-legal|lianxi|toiawase|inquiry|access|联系|聯絡|聯繫|お問い?合わ?せ|アクセス/iu
const ABOUT =
  /about|company|profile|ueber-uns|uber-uns|unternehmen|a-propos|quienes|nosotros|empresa|guanyu|gaiyou|outline|关于|關於|会社概要|企業情報|简介/iu

function kindOf(url: string, siteUrl: string, words: string): PageKind {
  const key = pageKey(url)
  if (key === pageKey(siteUrl) || key === pageKey(homeOf(siteUrl))) return 'home'
  const path = decodedPath(url)
  if (CONTACT.test(path)) return 'contact'
  if (ABOUT.test(path)) return 'about'
  return CONTACT.test(words) ? 'contact' : ABOUT.test(words) ? 'about' : 'other'
}

function decodedPath(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname)
  } catch {
    return url
  }
}

function readHead(root: Document): { title: string; base: string; headline: string; metas: Map<string, string> } {
  const head = { title: '', base: '', headline: '', metas: new Map<string, string>() }
  eachElement(root, (element) => {
    if (element.name === 'title') head.title ||= textOf(element, 300)
    else if (element.name === 'h1') head.headline ||= textOf(element, 200)
    else if (element.name === 'base') head.base ||= attribute(element, 'href')
    else if (element.name === 'meta')
      noteMeta(head.metas, attribute(element, 'property') || attribute(element, 'name'), attribute(element, 'content'))
    return element.name !== 'svg'
  })
  return head
}

function noteMeta(metas: Map<string, string>, name: string, content: string): void {
  const key = name.toLowerCase()
  if (key !== '' && content !== '' && !metas.has(key) && metas.size < 200) metas.set(key, content.slice(0, 500))
}
