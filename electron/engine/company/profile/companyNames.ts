import type { FactPlace } from '../companyFacts.ts'
import { attribute, eachElement, foldSpace, textOf } from './dom.ts'
import { textProperties, textProperty } from './companyData.ts'
import { piecesOf } from './labels.ts'
import { hasLegalForm, withoutLegalForm } from './legalForms.ts'
import type { SitePage } from './page.ts'
import { isHomeLink } from './logo.ts'

/** A name that a page gives the company, and how much it weighs. */
export interface NameVote {
  readonly name: string
  readonly weight: number
  readonly url: string
  readonly place: FactPlace
}

/** Every name that a page gives the company, from its data to its title. */
export function nameVotes(page: SitePage): NameVote[] {
  const votes = [...describedNames(page), ...metaNames(page), ...logoNames(page), ...lineNames(page), ...titleNames(page)]
  return votes
    .map((vote) => ({ ...vote, name: cleanName(vote.name) }))
    .filter((vote) => isName(vote.name))
    .map((vote) => ({ ...vote, url: page.url }))
}

type Vote = Omit<NameVote, 'url'>

function describedNames(page: SitePage): Vote[] {
  const sites = page.siteNames.flatMap((name) => titleParts(name).map((part) => ({ name: part, weight: 4, place: 'json-ld' as const })))
  const companies = page.companies.flatMap(({ thing, place }) => [
    { name: textProperty(thing, 'name'), weight: 10, place },
    { name: textProperty(thing, 'legalName'), weight: 6, place },
    ...textProperties(thing, 'alternateName').map((name) => ({ name, weight: 3, place })),
  ])
  return [...sites, ...companies]
}

function metaNames(page: SitePage): Vote[] {
  const names = ['og:site_name', 'application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'dcterms.publisher', 'publisher']
  return names.flatMap((name, at) =>
    titleParts(page.metas.get(name) ?? '').map((part) => ({ name: part, weight: at === 0 ? 6 : 4, place: 'meta' as const })),
  )
}

function logoNames(page: SitePage): Vote[] {
  const votes: Vote[] = []
  eachElement(page.root, (element) => {
    if (votes.length >= 3 || element.name !== 'a' || !isHomeLink(element, page)) return
    const alt = pictureAlt(element)
    const text = alt === '' ? textOf(element, 80) : alt
    if (text !== '')
      votes.push({
        name: text.replace(/\b(?:logo|home ?page|home|startseite)\b|标志|首页|ロゴ/giu, ' '),
        weight: 5,
        place: 'header picture',
      })
  })
  return votes
}

function pictureAlt(element: Parameters<typeof textOf>[0]): string {
  let alt = ''
  if ('children' in element)
    eachElement(element as Parameters<typeof eachElement>[0], (inner) => void (alt ||= inner.name === 'img' ? attribute(inner, 'alt') : ''))
  return alt
}

function lineNames(page: SitePage): Vote[] {
  return page.lines.flatMap((line, at): Vote[] => {
    const copyright = copyrightName(line.text)
    if (copyright !== null) return [{ name: copyright, weight: hasLegalForm(copyright) ? 7 : 5, place: 'footer' }]
    const named = piecesOf(line.text).find(({ kind }) => kind === 'name')
    if (named !== undefined) return [{ name: named.text.trim() || (page.lines[at + 1]?.text ?? ''), weight: 8, place: 'labelled text' }]
    const names = namesOnLine(line.text)
    if (names.length === 0) return []
    const weight = line.level > 0 ? 5 : page.kind === 'contact' ? 4 : 3
    const place = line.level > 0 ? 'heading' : line.region === 'footer' ? 'footer' : 'labelled text'
    return names.map((name) => ({ name, weight, place }))
  })
}

// "某某有限公司 Somebody Co., Ltd." is two names on one line.
function namesOnLine(text: string): string[] {
  if (text.length > 120) return []
  const parts = (text.split(/\s[|·•]\s/u)[0] ?? '').split(/(?<=公司|会社)\s+(?=\p{Lu})|(?<=[a-z.)]\s)(?=\p{Script=Han})/iu)
  return parts.map((part) => part.trim()).filter((part) => part.length <= 80 && hasLegalForm(part))
}

const COPYRIGHT = /(?:©|ⓒ|\(c\)(?=\s*(?:\d|\p{Lu}))|copyright|版权所有|版權所有)/iu
const RIGHTS =
  /[\s.,;:|·•–—-]*(?:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti|reserved|保留|版权所有|版權所有|著作権|ICP|[\p{Script=Han}]ICP备).*$/iu

function copyrightName(text: string): string | null {
  const mark = COPYRIGHT.exec(text.slice(0, 600))
  if (mark === null) return null
  const after = text.slice(mark.index + mark[0].length, mark.index + 300)
  const plain = after.replace(/^(?:[\s,;:©·|–—-]|copyright|版权所有|\(c\)|by\b|(?:19|20)\d\d|年)+/giu, '').replace(RIGHTS, '')
  const name = (plain.split(/\s[|·•–—]\s|[|·•]|\. (?=\p{Lu}\p{Ll})/u)[0] ?? '').replace(
    /[,\s]+(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\s*$/u,
    '',
  )
  return name.trim() === '' ? beforeCopyright(text.slice(0, mark.index)) : name
}

// "Foo GmbH © 2024": the name may stand on the other side.
function beforeCopyright(before: string): string | null {
  const name = before.trim()
  return name !== '' && name.length <= 60 ? name : null
}

function titleNames(page: SitePage): Vote[] {
  const parts = titleParts(page.title)
  return parts.map((name, at) => ({ name, weight: hasLegalForm(name) ? 4 : at === parts.length - 1 || at === 0 ? 2 : 1, place: 'title' }))
}

/** A title without what joins its parts: the page's name, slogans, the company's. */
export function titleParts(title: string): string[] {
  return undoubled(title)
    .split(/\s*[||_»«•·—–]+\s*|\s+[-::~/]{1,2}\s+|\s*-\s*(?=\p{Script=Han})|(?<=\p{Script=Han})\s*[-::,,]\s*|[::]\s+/u)
    .map((part) => foldSpace(part))
    .filter((part) => part !== '')
}

const GREETING =
  /^(?:welcome to|willkommen (?:bei|auf der (?:web)?seite)|bienvenue (?:chez|sur)|bienvenidos? a|欢迎(?:来到|光临|访问|进入)|歡迎(?:來到|光臨))\s*(?:the )?/iu
const SITE_WORDS =
  /\s*(?:(?:的)?(?:官方网站|官方網站|官网|官網|网站|首页)|公式(?:ホームページ|サイト|HP)|official (?:web ?)?site|web ?site|home ?page)[!!]?$/iu

/** A name without greeting, doubling and the word "website". */
export function cleanName(raw: string): string {
  const name = undoubled(foldSpace(raw).replace(GREETING, '').replace(SITE_WORDS, ''))
  return name
    .replace(/^[\s"'“”«»„|·•,;:–—-]+|[\s"'“”«»|·•;:!–—-]+$/gu, '')
    .replace(/(?<!\b(?:Ltd|Inc|Co|Corp|LTD|INC|L|S\.A|S\.L|S\.p\.A|S\.r\.l|B\.V|N\.V|plc|K\.K|e\.V|e\.K|mbH))\.$/iu, '')
    .slice(0, 120)
}

// "Sintai Sintai" and "Sintai - Sintai" say one thing twice.
function undoubled(text: string): string {
  const folded = foldSpace(text)
  const middle = folded.length / 2
  for (const half of [Math.floor(middle), Math.floor(middle) - 1, Math.ceil(middle)]) {
    const first = folded.slice(0, half).trim()
    const rest = folded.slice(half).replace(/^[\s|·–—-]+/u, '')
    if (first.length >= 3 && first.replace(/[\s|·–—-]+$/u, '') === rest) return rest
  }
  return folded
}

const GENERIC =
  /^(?:home|homepage|index|welcome|start|startseite|accueil|inicio|main|news|blog|products?|services?|about(?: us)?|über uns|contact(?: us)?|contacts|kontakt|impressum|imprint|contacto|company(?: profile| information| overview)?|profile|untitled(?: document)?|document|logo|menu|privacy(?: policy)?|sitemap|english|首页|首頁|主页|关于我们|關於我們|公司简介|公司介绍|联系我们|聯絡我們|联系方式|新闻中心|产品中心|ホーム|トップ(?:ページ)?|会社概要|会社案内|企業情報|お問い?合わせ|アクセス|contact now|get in touch|mentions légales|qui sommes-nous|nous contacter|quiénes somos|your company|company name|site (?:title|name)|wordpress)$/iu

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 80 || GENERIC.test(name) || !/\p{L}/u.test(name)) return false
  if (/[@?!?!。]|https?:|www\.|\d{5}/u.test(name) || (/^\d/u.test(withoutLegalForm(name).slice(0, 1)) && name.length > 30)) return false
  return name.split(' ').length <= 9
}
