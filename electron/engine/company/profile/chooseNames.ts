import type { Fact, FactPlace } from '../companyFacts.ts'
import { titleParts, type NameVote } from './companyNames.ts'
import { hasLegalForm, withoutLegalForm } from './legalForms.ts'
import { hostWord } from './siteAddress.ts'

/** The company's name and its others. */
export interface ChosenNames {
  readonly name: Fact | null
  readonly aliases: readonly Fact[]
}

/** A line that is nothing but a name with its legal form is enough; a title alone is not. */
const LEAST_WEIGHT = 3
const MOST_ALIASES = 8

/** The name that the pages agree on, and what else they call the company; null where nothing carries enough weight. */
export function chooseNames(votes: readonly NameVote[], siteUrl: string): ChosenNames {
  const groups = groupsOf(votes).toSorted((a, b) => weightOf(b, siteUrl) - weightOf(a, siteUrl))
  const best = groups[0]
  if (best === undefined || weightOf(best, siteUrl) < LEAST_WEIGHT) return { name: null, aliases: [] }
  const name = spokenBest(best)
  const others = groups.slice(1).filter((group) => isSameCompany(group, best, siteUrl))
  return { name: factOf(name, name.name), aliases: aliasesOf(name, [...best, ...others.flat()]) }
}

function groupsOf(votes: readonly NameVote[]): NameVote[][] {
  const groups = new Map<string, NameVote[]>()
  for (const vote of votes) {
    const key = nameKey(vote.name)
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), vote])
  }
  return [...groups.values()]
}

/** A name for comparing: no legal form, case, spaces or punctuation. */
export function nameKey(name: string): string {
  return withoutLegalForm(name)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\d]+/gu, '')
}

// A place counts once on a page, and twice at most: a name that a title repeats is no truer for it.
function weightOf(group: readonly NameVote[], siteUrl: string): number {
  const byPlace = Map.groupBy(group, (vote) => vote.place)
  const places = [...byPlace.values()].map((votes) => {
    const heaviest = Math.max(...votes.map((vote) => vote.weight))
    return heaviest + (new Set(votes.map((vote) => vote.url)).size > 1 ? heaviest * 0.4 : 0)
  })
  return places.reduce((sum, weight) => sum + weight, 0) + hostBonus(group[0]?.name ?? '', siteUrl)
}

function hostBonus(name: string, siteUrl: string): number {
  const word = hostWord(siteUrl).replace(/[^\p{L}\d]/gu, '')
  const letters = nameKey(name).normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/gu, 'ss')
  if (word.length < 2 || letters === '') return 0
  if (letters === word) return 4
  const initials = withoutLegalForm(name)
    .split(/[\s-]+/u)
    .map((part) => part[0]?.toLowerCase() ?? '')
    .join('')
  return (word.length >= 3 && letters.includes(word)) || (letters.length >= 3 && word.includes(letters)) ? 3 : initials === word ? 2 : 0
}

const SPEAKING: readonly FactPlace[] = ['json-ld', 'microdata', 'labelled text', 'meta', 'heading', 'footer', 'header picture', 'title']

/** Of one name's forms, the one from the place that speaks most for itself; among equals the one written most often. */
function spokenBest(group: readonly NameVote[]): NameVote {
  const count = (vote: NameVote): number => group.filter((other) => other.name === vote.name).length
  const rank = (vote: NameVote): number => SPEAKING.indexOf(vote.place) * 100 - count(vote) - (isShouted(vote.name) ? 0 : 20)
  return group.reduce((one, other) => (rank(other) < rank(one) ? other : one))
}

function isShouted(name: string): boolean {
  return withoutLegalForm(name).length > 6 && name === name.toUpperCase() && name !== name.toLowerCase()
}

// Another name is the same company's when its data say so, when it is its legal name in another script, or a short form that the site writes.
function isSameCompany(group: readonly NameVote[], best: readonly NameVote[], siteUrl: string): boolean {
  const first = group[0]
  const bestKey = nameKey(best[0]?.name ?? '')
  if (first === undefined || titleParts(first.name).length > 1) return false
  const places = new Set(group.map((vote) => vote.place))
  if (places.has('json-ld') || places.has('microdata')) return true
  const key = nameKey(first.name)
  const isOtherScript = isHan(key) !== isHan(bestKey)
  if (isOtherScript) return places.size + pagesOf(group) >= 3 || group.some((vote) => hasLegalForm(vote.name)) || isSpokenByLogo(group)
  const isShort = key.length >= 2 && bestKey.startsWith(key) && (isSpokenByLogo(group) || places.has('meta') || hostWord(siteUrl) === key)
  const isLonger = key.startsWith(bestKey) && group.some((vote) => hasLegalForm(vote.name))
  return isShort || isLonger
}

function isSpokenByLogo(group: readonly NameVote[]): boolean {
  return group.some((vote) => vote.place === 'header picture')
}

function pagesOf(group: readonly NameVote[]): number {
  return new Set(group.map((vote) => vote.url)).size
}

function isHan(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
}

function aliasesOf(name: NameVote, votes: readonly NameVote[]): Fact[] {
  const legal = votes.filter((vote) => hasLegalForm(vote.name))
  const forms = [name, ...legal, ...votes].flatMap((vote) =>
    [vote.name, withoutLegalForm(vote.name), ...shortHan(vote.name)].map((form) => factOf(vote, form)),
  )
  const seen = new Set([sameForm(name.name)])
  return forms
    .filter((form) => form.value.length >= 2 && !seen.has(sameForm(form.value)) && seen.add(sameForm(form.value)))
    .slice(0, MOST_ALIASES)
}

function sameForm(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\d]+/gu, '')
}

const PLACE_BEFORE =
  /^(?:\p{Script=Han}{2,3}[省市县區区]|北京|上海|天津|重庆|深圳|广州|东莞|杭州|苏州|南京|武汉|成都|西安|宁波|厦门|青岛|佛山|珠海|无锡|长沙|台北|臺北|浙江|江苏|广东|山东|福建|湖北|湖南|四川|安徽|河北|河南)+/u

/** A Chinese name without the town before it and the legal form after it, where enough is left to know it by. */
function shortHan(name: string): string[] {
  const core = withoutLegalForm(name)
  const short = core.replace(PLACE_BEFORE, '').replace(/[((][^))]*[))]$/u, '')
  return isHan(core) && short !== core && short.length >= 3 ? [short] : []
}

function factOf(vote: NameVote, value: string): Fact {
  return { value, url: vote.url, place: vote.place }
}
