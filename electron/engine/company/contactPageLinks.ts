import type { Document } from 'domhandler'
import { parseDom, attribute, eachElement, foldSpace, textOf } from './profile/dom.ts'
import { absolute, isSameSite, pageKey } from './profile/siteAddress.ts'

/** A page of the same site that is worth asking for, and what it is for. */
export interface ContactPageLink {
  readonly url: string
  readonly reason: 'contact' | 'imprint' | 'about'
  /** What the link says, for people. */
  readonly label: string
}

type Reason = ContactPageLink['reason']

/** What links to such pages say, from the plainest to the vaguest. */
const TEXTS: readonly (readonly [Reason, RegExp])[] = [
  [
    'contact',
    /^(?:contact|contact ?us|contacts|get in touch|kontakt|kontaktieren sie uns|so erreichen sie uns|contactez[- ]nous|nous contacter|contacto|contáctenos|contáctanos|contatti|联系我们|联系方式|聯絡我們|聯繫我們|お問い?合わ?せ|问い合わせ|contact info(?:rmation)?|contact details)$/iu,
  ],
  ['imprint', /^(?:impressum|imprint|mentions légales|legal notice|aviso legal|特定商取引法に基づく表記)$/iu],
  [
    'about',
    /^(?:about|about ?us|about the company|company|our company|company profile|corporate profile|who we are|über uns|unternehmen|das unternehmen|firma|à propos|qui sommes[- ]nous ?\??|l['’]entreprise|la société|quiénes somos|nosotros|sobre nosotros|la empresa|empresa|关于我们|公司简介|公司介绍|企业简介|走进.{1,6}|關於我們|公司簡介|会社概要|会社案内|企業情報|会社情報|私たちについて)$/iu,
  ],
  ['contact', /contact|kontakt|contáct|联系|聯絡|聯繫|問い?合わ?せ|アクセス/iu],
  ['about', /\babout\b|关于|会社概要|公司概况|unternehmen/iu],
]
const PATHS: readonly (readonly [Reason, RegExp])[] = [
  [
    'contact',
    /(?:^|[/_-])(?:contact(?:[-_]?us)?|contacts|kontakt|contacto|nous-contacter|lianxi(?:women|wm)?|lxwm|toiawase)(?:[/._-]|$)/iu,
  ],
  ['imprint', /(?:^|[/_-])(?:impressum|imprint|mentions-legales|aviso-legal)(?:[/._-]|$)/iu],
  ['about', /(?:^|[/_-])(?:about(?:[-_]?us)?|ueber-uns|uber-uns|a-propos|quienes-somos|guanyu|gywm|outline|gaiyo|company)(?:[/._-]|$)/iu],
]
const NOT_A_PAGE = /\.(?:pdf|docx?|xlsx?|zip|jpe?g|png|gif|vcf)(?:$|\?)|\/(?:news|blog|press|jobs?|careers?|products?)\/./iu
const MOST = 3

/**
 * Which pages of a site to ask for contact and about: at most three of the same site, one for each reason, contact first. The page itself
 * is not among them.
 */
export function contactPageLinks(html: string, url: string): ContactPageLink[] {
  return contactLinksIn(parseDom(html), url)
}

/** The same for a page that is parsed already. */
export function contactLinksIn(root: Document, url: string): ContactPageLink[] {
  const candidates = linksOf(root, url).flatMap((link) => judged(link))
  const reasons: readonly Reason[] = ['contact', 'imprint', 'about']
  const best = reasons.flatMap((reason) => {
    const of = candidates.filter((one) => one.link.reason === reason).toSorted((a, b) => b.score - a.score)[0]
    return of === undefined ? [] : [of.link]
  })
  return best.filter((link, at) => best.findIndex((other) => pageKey(other.url) === pageKey(link.url)) === at).slice(0, MOST)
}

interface RawLink {
  readonly url: string
  readonly label: string
}

function linksOf(root: Document, url: string): RawLink[] {
  const found: RawLink[] = []
  let base = url
  eachElement(root, (element) => {
    if (element.name === 'base') base = absolute(attribute(element, 'href'), url) ?? url
    if (element.name !== 'a' || found.length >= 4_000) return
    const address = absolute(attribute(element, 'href').replace(/#.*$/u, ''), base)
    if (address === null || !isSameSite(address, url) || pageKey(address) === pageKey(url) || NOT_A_PAGE.test(address)) return
    found.push({ url: address, label: labelOf(element) })
  })
  return found
}

function labelOf(element: Parameters<typeof attribute>[0]): string {
  return foldSpace(textOf(element, 80) || attribute(element, 'title') || attribute(element, 'aria-label'))
}

function judged(link: RawLink): { link: ContactPageLink; score: number }[] {
  const scores = new Map<Reason, number>()
  const add = (reason: Reason, score: number): void => void scores.set(reason, (scores.get(reason) ?? 0) + score)
  for (const [at, [reason, words]] of TEXTS.entries()) if (link.label.length <= 40 && words.test(link.label)) add(reason, at < 3 ? 10 : 3)
  const path = new URL(link.url).pathname
  for (const [reason, words] of PATHS) if (words.test(path)) add(reason, 4)
  // The shorter path is the page itself, the longer one something below it.
  return [...scores].map(([reason, score]) => ({ link: { ...link, reason }, score: score - path.split('/').length * 0.1 }))
}
