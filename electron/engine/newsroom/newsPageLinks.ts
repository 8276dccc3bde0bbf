import { isSameSite, linkKey, parsedUrl } from './addresses.ts'
import { foldSpace, attribute, textOf } from './dom.ts'
import { hasArticleShape } from './itemKinds.ts'
import type { PageLink } from './links.ts'
import { openPage, type NewsPage } from './page.ts'
import { regionReader, type RegionReader } from './regions.ts'
import { NEWS_WORDS, OTHER_KINDS } from './words.ts'
import type { EpochMs } from '../../../shared/time.ts'

/** A page that may list the news of a site. `reason`: an English sentence. */
export interface NewsPageLink {
  readonly url: string
  readonly score: number
  readonly reason: string
}

/** No site is asked for more pages than this at one adding (P06). */
const MOST_PAGES = 8

// What a link to the news is called, the surest first.
const LABELS: readonly (readonly [number, RegExp])[] = [
  [
    60,
    /^(?:news ?room|news(?: ?(?:&|and|\/|\+) ?\w{4,12})?|(?:latest|all|company|corporate|our) news|news ?cent(?:er|re)|news ?hub|press(?: ?(?:room|office|cent(?:er|re)|releases?))?|press (?:&|and) media|news releases?|media (?:releases?|cent(?:er|re)|room)|in the news|announcements?|presse(?:mitteilungen|meldungen|bereich|portal|informationen)?|medienmitteilungen|neuigkeiten|aktuelles|nachrichten|salle de presse|espace presse|communiqués(?: de presse)?|actualités?|actus?|noticias|sala de prensa|prensa|notas de prensa|comunicados(?: de prensa)?|novedades|新闻(?:中心|资讯|动态|公告)?|新聞(?:中心|稿|室|公告)?|最新消息|资讯中心|公司(?:新闻|动态)|企业(?:新闻|动态)|媒体中心|媒體中心|動態消息|ニュース(?:ルーム|リリース|一覧)?|プレスリリース|お知らせ|新着情報|報道発表(?:資料)?|뉴스(?:룸)?|보도자료)$/iu,
  ],
  [
    38,
    /^(?:media|medien|médias?|medios|blog|stories|insights|updates|news (?:&|and) (?:events|insights)|集团新闻|行业(?:新闻|动态|资讯)|產業新聞|トピックス|what['’]s new)$/iu,
  ],
]

/** The pages of a site that probably list its news, from the links of one of its pages, best first, at most eight. */
export function newsPageLinks(html: string, url: string): NewsPageLink[] {
  const page = openPage(html, { url, now: 0 as EpochMs, readDate: () => null })
  const regions = regionReader(page.links)
  const best = new Map<string, NewsPageLink>()
  for (const link of page.links) {
    const judged = judge(link, page, regions)
    if (judged !== null && judged.score > (best.get(link.key)?.score ?? 0)) best.set(link.key, judged)
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, MOST_PAGES)
}

function judge(link: PageLink, page: NewsPage, regions: RegionReader): NewsPageLink | null {
  const target = parsedUrl(link.url)
  if (target === null || !isSameSite(link.url, page.url) || linkKey(link.url) === linkKey(page.url) || isFile(target)) return null
  const label = (textOf(link.element, 60) || foldSpace(attribute(link.element, 'title') || attribute(link.element, 'aria-label'))).replace(
    /[\s»›>→+▾]+$/gu,
    '',
  )
  const byLabel = LABELS.find(([, words]) => words.test(label))?.[0] ?? (label.length <= 30 && NEWS_WORDS.test(` ${label} `) ? 26 : 0)
  const byAddress = addressPoints(target)
  if (byLabel + byAddress < 24) return null
  const place = regions(link.element)
  const score =
    byLabel +
    byAddress +
    (place === 'nav' || place === 'header' ? 8 : place === 'footer' ? 3 : 0) -
    depthCost(target) -
    otherCost(target, label) -
    (isOtherLanguage(target, page) ? 20 : 0) -
    (isArticle(link.url) ? 40 : 0)
  return score < 20
    ? null
    : {
        url: link.url,
        score,
        reason: byLabel > 0 ? `The site links to it as “${label}”.` : `Its address speaks of news (${target.pathname}).`,
      }
}

function isFile(target: URL): boolean {
  return (
    /\.(?:pdf|zip|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|mp[34]|xml|rss|atom)$/iu.test(target.pathname) ||
    /\/(?:feed|rss)\/?$/iu.test(target.pathname)
  )
}

function addressPoints(target: URL): number {
  const last = target.pathname.split('/').findLast((segment) => segment !== '') ?? ''
  const host = /^(?:news|newsroom|press|presse|media|ir|blog)\./u.test(target.hostname) && target.pathname.length <= 4 ? 26 : 0
  if (NEWS_WORDS.test(`/${last.replace(/\.\w{2,5}$/u, '')}/`)) return host + 24
  return host + (NEWS_WORDS.test(`${target.pathname}/`) ? 10 : 0) + (/[?&]\w*=(?:news|press)/iu.test(target.search) ? 14 : 0)
}

function depthCost(target: URL): number {
  return Math.max(0, target.pathname.split('/').filter((segment) => segment !== '').length - 2) * 3
}

function otherCost(target: URL, label: string): number {
  const place = ` ${label} ${target.pathname} `
  return OTHER_KINDS.some(
    ([kind, words]) =>
      words.test(place) && (kind !== 'other' || /tags?|categor|author|login|subscribe|newsletter|search|contact/iu.test(place)),
  )
    ? 18
    : 0
}

function isArticle(url: string): boolean {
  return hasArticleShape(url) && !/[?&]\w*id=\d{1,4}$/iu.test(url)
}

function isOtherLanguage(target: URL, page: NewsPage): boolean {
  const [theirs, ours] = [languageOf(target.pathname), languageOf(parsedUrl(page.url)?.pathname ?? '/')]
  return theirs !== null && theirs !== (ours ?? page.language.slice(0, 2))
}

function languageOf(path: string): string | null {
  return /^\/([a-z]{2})(?:[-_][a-z]{2})?(?:\/|$)/iu.exec(path)?.[1]?.toLowerCase() ?? null
}
