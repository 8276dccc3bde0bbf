import { Element } from 'domhandler'
import { linkKey, parsedUrl, resolveLink } from './addresses.ts'
import { attribute, eachElement, namesOf, textOf } from './dom.ts'
import type { PageLink } from './links.ts'
import type { NewsPage } from './page.ts'

const NEXT_TEXT =
  /^(?:next(?: page)?|older(?: (?:posts|news|entries|articles|stories))?|weiter|nächste(?: seite)?|ältere(?: beiträge| meldungen)?|suivante?s?|page suivante|siguientes?|página siguiente|下一页|下一頁|下页|次へ|次のページ|次の\d{1,3}件|다음)[\s»›>→.]*$|^[»›→]$/iu
const PAGE_NAME =
  /^(?:p|page|pg|pn|paged|pageno|page_?num|page_?index|pageid|seite|offset|start|currentpage|curpage|_page|page\[number\])$/iu
const CALENDAR = /calendar|kalender|(?:^|[?&/_-])(?:month|monat|week|woche|day|tag|year|jahr)(?:[=/_-]|$)|tribe|ical/iu
/** No newsroom is read further back than this; what goes on is a trap (P06). */
const LAST_PAGE = 200

/** The page with the next older news of a list: `rel=next`, a link that says so, or the next of numbered pages. Null for none. */
export function nextPageOf(page: NewsPage): string | null {
  const own = parsedUrl(page.url)
  if (own === null) return null
  const allowed = (link: { readonly url: string; readonly element?: Element } | undefined): string | null =>
    link !== undefined && isNextOf(link.url, own, page, link.element === undefined ? '' : textOf(link.element, 40)) ? link.url : null
  return allowed(relatedNext(page)) ?? allowed(page.links.find((link) => isNamedNext(link.element))) ?? allowed(numberedNext(page, own))
}

function relatedNext(page: NewsPage): { readonly url: string } | undefined {
  let found: { readonly url: string } | undefined
  eachElement(page.root, (element) => {
    if (
      found !== undefined ||
      (element.name !== 'link' && element.name !== 'a') ||
      !attribute(element, 'rel').toLowerCase().split(/\s+/u).includes('next')
    )
      return
    const url = resolveLink(attribute(element, 'href'), page.base)
    if (url !== null) found = { url }
  })
  return found
}

function isNamedNext(element: Element): boolean {
  const label = attribute(element, 'aria-label') || attribute(element, 'title')
  const isNext =
    NEXT_TEXT.test(textOf(element, 40)) ||
    NEXT_TEXT.test(label) ||
    /(?:^|[\s_-])next(?:$|[\s_-])/u.test(`${namesOf(element)} ${element.parent instanceof Element ? namesOf(element.parent) : ''}`)
  return isNext && !isSlider(element)
}

// Arrows of carousels are called next as well.
function isSlider(element: Element): boolean {
  for (
    let at: Element | null = element, level = 0;
    at !== null && level < 4;
    at = at.parent instanceof Element ? at.parent : null, level += 1
  ) {
    if (/slick|swiper|carousel|slider|calendar/u.test(namesOf(at))) return true
  }
  return false
}

function numberedNext(page: NewsPage, own: URL): PageLink | undefined {
  const current = pageNumber(own) ?? 1
  return page.links.find((link) => textOf(link.element, 8) === String(current + 1) && pageNumber(parsedUrl(link.url)) !== null)
}

/** The number that an address gives a page of a list; null where it gives none. */
export function pageNumber(url: URL | null): number | null {
  if (url === null) return null
  for (const [name, value] of url.searchParams) if (PAGE_NAME.test(name) && /^\d{1,5}$/u.test(value)) return Number(value)
  const last = /(?:\/(?:page|p|seite|pagina)[/_-]?(\d{1,5})|[_-](\d{1,4})(?:\.\w{2,5})|\/(\d{1,4})(?:\.\w{2,5})?)\/?$/iu.exec(url.pathname)
  return last === null ? null : Number(last[1] ?? last[2] ?? last[3])
}

// The same host, another page of the same list, not a calendar, not for ever.
function isNextOf(url: string, own: URL, page: NewsPage, text: string): boolean {
  const next = parsedUrl(url)
  if (next === null || next.host !== own.host || linkKey(url) === linkKey(page.url)) return false
  if (CALENDAR.test(`${next.pathname}${next.search}`) && !CALENDAR.test(`${own.pathname}${own.search}`)) return false
  if ([...next.searchParams.keys()].some((name) => CALENDAR.test(`?${name}=`) && !PAGE_NAME.test(name) && !own.searchParams.has(name)))
    return false
  const number = pageNumber(next)
  if (number !== null && (number > LAST_PAGE || number <= (pageNumber(own) ?? 0))) return isOffset(next)
  return stem(next) === stem(own) || number !== null || (NEXT_TEXT.test(text) && folderOf(next) === folderOf(own))
}

function folderOf(url: URL): string {
  return url.pathname.replace(/[^/]*$/u, '')
}

function isOffset(url: URL): boolean {
  return ['offset', 'start'].some((name) => url.searchParams.has(name))
}

// What two pages of one list have in common.
function stem(url: URL): string {
  return url.pathname.replace(/(?:\/(?:page|p)[/_-]?\d+|[_-]\d+(?=\.\w+$)|\/index(?:\.\w+)?|\/\d+)?\/?$/iu, '').toLowerCase()
}
