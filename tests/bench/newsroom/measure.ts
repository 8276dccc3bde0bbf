import { linkKey } from '../../../electron/engine/newsroom/addresses.ts'
import { followRecipe } from '../../../electron/engine/newsroom/followRecipe.ts'
import type { ListedArticle } from '../../../electron/engine/newsroom/newsroomReading.ts'
import { readNewsroom } from '../../../electron/engine/newsroom/readNewsroom.ts'
import { nowOf, readDate, type Fixture, type Gold } from './corpus.ts'

/** How well one newsroom was read. */
export interface Figures {
  readonly name: string
  readonly verdict: string
  readonly isVerdictRight: boolean
  readonly wanted: number
  readonly found: number
  readonly right: number
  readonly titles: number
  readonly dates: number
  readonly nextPage: 'right' | 'wrong' | '-'
  /** `null` where the fixture has no redesigned page. */
  readonly redesign: { readonly match: string; readonly lost: number; readonly doubled: number; readonly foreign: number } | null
  readonly faults: readonly string[]
}

/** Reads a fixture as the engine would and compares with its gold file. */
export function measure(fixture: Fixture): Figures {
  const { gold } = fixture
  const reading = readNewsroom(fixture.html, { url: gold.url, now: nowOf(gold), readDate })
  const items = reading.kind === 'list' ? (reading.candidates[0]?.items ?? []) : []
  const faults: string[] = []
  const compared = compare(items, gold, faults)
  const nextPage =
    gold.nextPageUrl === undefined ? '-' : reading.kind === 'list' && reading.nextPageUrl === gold.nextPageUrl ? 'right' : 'wrong'
  if (reading.kind !== gold.expect) faults.push(`verdict ${reading.kind}, not ${gold.expect}`)
  if (nextPage === 'wrong') faults.push(`next page ${reading.kind === 'list' ? reading.nextPageUrl : null}, not ${gold.nextPageUrl}`)
  const redesign = reading.kind === 'list' ? followRedesign(fixture, items, reading.candidates[0]?.recipe, faults) : null
  return {
    name: fixture.name,
    verdict: reading.kind,
    isVerdictRight: reading.kind === gold.expect,
    wanted: gold.items.length,
    found: items.length,
    ...compared,
    nextPage,
    redesign,
    faults,
  }
}

function compare(items: readonly ListedArticle[], gold: Gold, faults: string[]): { right: number; titles: number; dates: number } {
  const byKey = new Map(items.map((item) => [linkKey(item.url), item]))
  const figures = { right: 0, titles: 0, dates: 0 }
  for (const wanted of gold.items) {
    const item = byKey.get(linkKey(wanted.url))
    byKey.delete(linkKey(wanted.url))
    if (item === undefined) {
      faults.push(`missing ${wanted.url}`)
      continue
    }
    figures.right += 1
    if (plain(item.title) === plain(wanted.title)) figures.titles += 1
    else faults.push(`title “${item.title}”, not “${wanted.title}”`)
    if (dayOf(item.publishedAt) === (wanted.date?.slice(0, 10) ?? null)) figures.dates += 1
    else faults.push(`date ${dayOf(item.publishedAt)} (${item.rawDate}), not ${wanted.date}`)
  }
  for (const extra of byKey.values()) faults.push(`not news: ${extra.title} ${extra.url}`)
  return figures
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

function dayOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 10)
}

function followRedesign(
  fixture: Fixture,
  before: readonly ListedArticle[],
  recipe: Parameters<typeof followRecipe>[1]['recipe'] | undefined,
  faults: string[],
): Figures['redesign'] {
  if (fixture.redesign === null || recipe === undefined) return null
  const { gold } = fixture
  const followed = followRecipe(fixture.redesign, {
    url: gold.url,
    now: nowOf(gold),
    readDate,
    recipe,
    knownLinks: before.map((item) => item.url),
  })
  const after = followed.match === 'lost' ? [] : followed.list.items
  const keys = after.map((item) => linkKey(item.url))
  const gone = new Set((gold.redesign?.gone ?? []).map(linkKey))
  const known = new Set([...gold.items.map((item) => linkKey(item.url)), ...(gold.redesign?.new ?? []).map(linkKey)])
  const lost = [...known].filter((key) => !gone.has(key) && !keys.includes(key))
  const foreign = keys.filter((key) => !known.has(key))
  for (const key of lost) faults.push(`redesign lost ${key}`)
  for (const key of foreign) faults.push(`redesign added ${key}`)
  return { match: followed.match, lost: lost.length, doubled: keys.length - new Set(keys).size, foreign: foreign.length }
}
