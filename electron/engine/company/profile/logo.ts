import type { Element } from 'domhandler'
import type { Found } from './found.ts'
import { textProperty, thingProperties, type Thing } from './companyData.ts'
import { attribute, chainOf, eachElement, namesOf } from './dom.ts'
import { isForeignElement } from './foreign.ts'
import type { SitePage } from './page.ts'
import { absolute, isSameSite, pageKey } from './siteAddress.ts'

/** A picture that may be the company's logo; the heaviest is taken. */
export interface LogoVote extends Found {
  readonly weight: number
}

/** Every picture of a page that may be the company's logo. */
export function logoVotes(page: SitePage): LogoVote[] {
  const votes = [...describedLogos(page), ...pictureLogos(page), ...sharedPicture(page), ...icons(page)]
  return votes.flatMap((vote) => {
    const value = absolute(vote.raw, page.base)
    return value === null
      ? []
      : [{ value, label: null, url: page.url, place: vote.place, weight: vote.weight + (page.kind === 'home' ? 0.5 : 0) }]
  })
}

interface RawLogo {
  readonly raw: string
  readonly place: Found['place']
  readonly weight: number
}

function describedLogos(page: SitePage): RawLogo[] {
  return page.companies.flatMap(({ thing, place }) => {
    const raw = pictureOf(thing, 'logo')
    return raw === '' ? [] : [{ raw, place, weight: place === 'json-ld' ? 10 : 9 }]
  })
}

function pictureOf(thing: Thing, name: string): string {
  const image = thingProperties(thing, name)[0]
  if (image === undefined) return textProperty(thing, name)
  return textProperty(image, 'url') || textProperty(image, 'contentUrl') || textProperty(image, '@id')
}

function pictureLogos(page: SitePage): RawLogo[] {
  const found: RawLogo[] = []
  eachElement(page.root, (element) => {
    if (isForeignElement(element) || element.name === 'footer' || found.length >= 8) return false
    if (element.name !== 'img') return true
    const weight = logoWeight(element, page)
    if (weight > 0) found.push({ raw: pictureSource(element), place: 'header picture', weight: weight - found.length * 0.1 })
    return true
  })
  return found
}

function logoWeight(image: Element, page: SitePage): number {
  const chain = chainOf(image).slice(0, 8)
  const link = chain.find((element) => element.name === 'a')
  const isHome = link !== undefined && isHomeLink(link, page)
  const isAway =
    link !== undefined && !isHome && !isSameSite(attribute(link, 'href').startsWith('http') ? attribute(link, 'href') : page.url, page.url)
  const isFooter = chain.some((element) => /(?:^|[\s_-])(?:foot|footer|bottom)/u.test(namesOf(element)))
  if (isAway || isFooter || pictureSource(image) === '') return 0
  const isCalled = /logo|标志|ロゴ/iu.test(
    `${namesOf(image)} ${attribute(image, 'alt')} ${pictureSource(image)} ${attribute(image, 'itemprop')}`,
  )
  const isWithin = chain.slice(1, 5).some((element) => /logo|(?:^|[\s_-])brand(?:$|[\s_-])/u.test(namesOf(element)))
  const isAtHead = chain.some(
    (element) => element.name === 'header' || /(?:^|[\s_-])(?:header|top|head|navbar|masthead)/u.test(namesOf(element)),
  )
  if (isCalled || isWithin) return isAtHead || isHome ? 8 : 5
  return isHome && isAtHead ? 6 : 0
}

/** Whether a link leads to the site's front door, as a logo's does. */
export function isHomeLink(link: Element, page: SitePage): boolean {
  const address = absolute(attribute(link, 'href'), page.base)
  if (address === null || !isSameSite(address, page.url) || address.includes('#')) return false
  const path = pageKey(address).replace(/^[^/]*/u, '')
  return path === '' || /^\/(?:[a-z]{2}(?:[-_][a-z]{2,4})?)$/iu.test(path)
}

function pictureSource(image: Element): string {
  const named = ['data-src', 'data-original', 'data-lazy-src', 'src'].map((name) => attribute(image, name))
  return named.find((value) => value !== '' && !value.startsWith('data:')) ?? attribute(image, 'srcset').split(/[\s,]/u)[0] ?? ''
}

// A shared picture is mostly a photograph; it is a logo when it says so.
function sharedPicture(page: SitePage): RawLogo[] {
  const raw = page.metas.get('og:image') ?? page.metas.get('og:logo') ?? ''
  const isLogo = page.metas.has('og:logo') || /logo/iu.test(`${raw} ${page.metas.get('og:image:alt') ?? ''}`)
  return isLogo ? [{ raw, place: 'meta', weight: 4.5 }] : []
}

function icons(page: SitePage): RawLogo[] {
  const found: RawLogo[] = []
  eachElement(page.root, (element) => {
    if (element.name !== 'link') return
    const rel = attribute(element, 'rel').toLowerCase().split(/\s+/u)
    const size = Number.parseInt(attribute(element, 'sizes'), 10) || 0
    const weight = rel.some((word) => word.startsWith('apple-touch-icon')) ? 3 : rel.includes('icon') ? 2 : 0
    if (weight > 0) found.push({ raw: attribute(element, 'href'), place: 'link', weight: weight + Math.min(0.4, size / 1_000) })
  })
  return found
}
