import { linkKey } from './addresses.ts'
import { dataLists } from './data/dataLists.ts'
import type { PageLink } from './links.ts'
import type { ChildNode } from 'domhandler'
import type { ListRecord } from './records.ts'
import { groupRecords, overlap, readList, type LinkGroup } from './lists.ts'
import type { AboutPage, ListCandidate, ListedArticle, NewsroomReading, Recipe } from './newsroomReading.ts'
import { nextPageOf } from './nextPage.ts'
import { openPage, type NewsPage, type PageContext } from './page.ts'
import { regionReader, type RegionReader } from './regions.ts'
import { LEAST_SCORE } from './score.ts'
import { linkShape } from './signatures.ts'
import { verdictOf } from './verdict.ts'
import { weightOf } from './words.ts'

/** What the engine knows of a page and its source. `knownLinks`: of articles that the source had before, as they were read. */
export interface NewsroomContext extends PageContext {
  readonly recipe?: Recipe | null
  readonly knownLinks?: readonly string[]
}

const MOST_CANDIDATES = 6

/** Learns the list of news of a page with nobody pointing at it: its candidates, best first, or why there is none. */
export function readNewsroom(html: string, about: NewsroomContext): NewsroomReading {
  const page = openPage(html, about)
  const regions = regionReader(page.links)
  const candidates = learn(page, regions, about)
  const facts = aboutOf(page)
  if (candidates.length === 0) return { kind: verdictOf(page), ...facts }
  return { kind: 'list', candidates, nextPageUrl: nextPageOf(page), ...facts }
}

/** The page's words about itself, for the engine. */
export function aboutOf(page: NewsPage): AboutPage {
  return { pageTitle: page.title, siteName: page.siteName, language: page.language, isCut: page.isCut }
}

function learn(page: NewsPage, regions: RegionReader, about: NewsroomContext): ListCandidate[] {
  const data = dataLists(page)
  const read: Set<ChildNode | undefined>[] = []
  const seen = linkGroups(page, regions).flatMap((group) => {
    const records = groupRecords(group, page)
    if (isReadAlready(records, read)) return []
    const list = readList(group, records, page, regions, about.recipe ?? null)
    return list === null ? [] : [completed(list, data)]
  })
  const known = new Set((about.knownLinks ?? []).map(linkKey))
  const ranked = [...seen, ...data]
    .map((list) => ({ list, rank: list.score + familiarity(list, known, about.recipe ?? null) }))
    .filter(({ list }) => list.score >= LEAST_SCORE)
    .toSorted((a, b) => b.rank - a.rank)
  return withoutDoubles(wholeFirst(ranked).map(({ list }) => list)).slice(0, MOST_CANDIDATES)
}

interface Ranked {
  readonly list: ListCandidate
  readonly rank: number
}

// The best list may be a part: cards of one colour, all but the large one on top. What holds it and more of its kind goes before it.
function wholeFirst(ranked: readonly Ranked[]): Ranked[] {
  const best = ranked[0]
  if (best === undefined) return []
  const wholes = ranked.filter((other) => other !== best && isWholeOf(other, best))
  const whole = wholes.toSorted((a, b) => b.list.items.length - a.list.items.length || b.rank - a.rank)[0]
  return whole === undefined ? [...ranked] : [whole, ...ranked.filter((other) => other !== whole)]
}

function wordsOf(items: readonly ListedArticle[]): number {
  return items.reduce((sum, item) => sum + weightOf(item.title), 0) / Math.max(1, items.length)
}

function isWholeOf(whole: Ranked, part: Ranked): boolean {
  if (whole.list.items.length <= part.list.items.length || whole.rank < part.rank - 18) return false
  const keys = new Set(part.list.items.map((item) => linkKey(item.url)))
  const more = whole.list.items.filter((item) => !keys.has(linkKey(item.url)))
  if (whole.list.items.length - more.length < part.list.items.length * 0.95) return false
  const isDated = part.list.items.filter((item) => item.publishedAt !== null).length >= part.list.items.length * 0.8
  const dated = more.filter((item) => item.publishedAt !== null).length
  return isDated ? dated >= more.length * 0.75 : whole.rank >= part.rank - 6 && wordsOf(more) >= wordsOf(part.list.items) * 0.5
}

// The headlines, pictures and "read more" of one list are three groups of links, but the same records.
function isReadAlready(records: readonly ListRecord[], read: Set<ChildNode | undefined>[]): boolean {
  if (read.some((other) => records.every((record) => other.has(record.nodes[0])))) return true
  read.push(new Set(records.map((record) => record.nodes[0])))
  return false
}

function familiarity(list: ListCandidate, known: ReadonlySet<string>, recipe: Recipe | null): number {
  const shared = known.size === 0 ? 0 : list.items.filter((item) => known.has(linkKey(item.url))).length / list.items.length
  return 40 * shared + (recipe !== null && recipe.signature === list.recipe.signature ? 10 : 0)
}

/** All ways in which the links of a page may make a list: by path with classes, by tags alone, by the form of the address. */
export function linkGroups(page: NewsPage, regions: RegionReader): LinkGroup[] {
  const links = page.links.filter((link) => !isOutside(regions(link.element)))
  return [
    ...grouped(links, 'path', (link) => link.path),
    ...grouped(links, 'tags', (link) => (regions(link.element) === null ? link.tags : `${link.tags} beside`)),
    ...grouped(
      links.filter((link) => regions(link.element) === null),
      'address',
      (link) => linkShape(link.url),
    ),
  ]
}

function isOutside(region: ReturnType<RegionReader>): boolean {
  return region === 'nav' || region === 'footer'
}

function grouped(links: readonly PageLink[], by: Recipe['by'], keyOf: (link: PageLink) => string): LinkGroup[] {
  const groups = new Map<string, PageLink[]>()
  for (const link of links) {
    const key = keyOf(link)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [link])
    else group.push(link)
  }
  return [...groups].flatMap(([signature, members]) =>
    members.some((link) => link.key !== members[0]?.key) ? [{ by, signature, links: members }] : [],
  )
}

// Structured data may know what the eye does not see: the day, the picture.
function completed(list: ListCandidate, data: readonly ListCandidate[]): ListCandidate {
  const byKey = new Map<string, ListedArticle>()
  for (const other of data) for (const item of other.items) if (!byKey.has(linkKey(item.url))) byKey.set(linkKey(item.url), item)
  if (byKey.size === 0) return list
  const items = list.items.map((item) => {
    const same = byKey.get(linkKey(item.url))
    if (same === undefined) return item
    const dated = item.publishedAt === null ? { publishedAt: same.publishedAt, rawDate: same.rawDate } : {}
    return { ...item, ...dated, imageUrl: item.imageUrl ?? same.imageUrl, summary: item.summary ?? same.summary }
  })
  return { ...list, items }
}

/** Of lists that are mostly the same, the best stays; the first of two equals. */
function withoutDoubles(lists: readonly ListCandidate[]): ListCandidate[] {
  const kept: ListCandidate[] = []
  for (const list of lists) if (kept.every((other) => overlap(other.items, list.items) < 0.6)) kept.push(list)
  return kept
}
