import { DAY, type EpochMs } from '../../../../shared/time.ts'
import { compareTerms, type TermSpread, type TermOverlap } from './compareTerms.ts'
import { sharedWording } from './storySignature.ts'
import type { Term } from './topicTerms.ts'

/** A company that an article tells of, and how much: its own newsroom's, in the title, or how often. */
export interface ArticleCompany {
  readonly id: string
  readonly name: string
  readonly inTitle: boolean
  readonly count: number
}

/** An article as it is compared with others: what the store keeps of it beside its text. */
export interface RelatedSubject {
  readonly id: string
  readonly sourceId: string
  /** Published, or first seen where that is not known. */
  readonly at: EpochMs
  /** A BCP 47 tag, or null where nobody says. */
  readonly language: string | null
  readonly terms: readonly Term[]
  readonly signature: readonly number[]
  readonly companies: readonly ArticleCompany[]
}

/** An article that may be related. */
export type RelatedCandidate = RelatedSubject

/** Why an article is shown under another. */
export type RelatedReason =
  | { readonly kind: 'same-story'; readonly shared: readonly string[] }
  | { readonly kind: 'same-company'; readonly companyId: string; readonly company: string }
  | { readonly kind: 'same-topic'; readonly shared: readonly string[] }

/** A related article and the reason, the strongest first. `strength` is 0 to 1 within its kind. */
export interface Related {
  readonly id: string
  readonly reason: RelatedReason
  readonly strength: number
}

const FEWEST = 3
const MOST = 5
const STORY_WINDOW = 4 * DAY
const TOPIC_WINDOW = 120 * DAY
/** Copies share wording; retellings share what the story is about. */
const SAME_WORDING = 0.375
const SAME_STORY = 0.28
const SAME_FIGURES = 0.16
const SAME_TOPIC = 0.16
const PART_OF_TOPIC = 0.11
const WORDS_SHOWN = 3

/**
 * What stands under an article: three to five related ones, or none, in the order same story, same company, same topic, each with its reason.
 *
 * @param spread how common each term is among all articles; without it, among the candidates.
 */
export function relatedArticles(
  subject: RelatedSubject,
  candidates: readonly RelatedCandidate[],
  spread: TermSpread | null = null,
): Related[] {
  const others = othersThan(subject, candidates)
  const used = spread ?? spreadOf([subject, ...others])
  const compared = others.map((candidate) => ({ candidate, overlap: compareTerms(subject.terms, candidate.terms, used) }))
  const strong = compared.flatMap(({ candidate, overlap }) => [judged(subject, candidate, overlap, SAME_TOPIC) ?? []].flat())
  // Two good ones may be joined by a fair third; fair ones alone show nothing.
  const all =
    strong.length > 0 && strong.length < FEWEST
      ? compared.flatMap(({ candidate, overlap }) => [judged(subject, candidate, overlap, PART_OF_TOPIC) ?? []].flat())
      : strong
  const ordered = all.toSorted((a, b) => RANK[a.reason.kind] - RANK[b.reason.kind] || b.strength - a.strength || (a.id < b.id ? -1 : 1))
  const shown = strong.length < FEWEST ? ordered.slice(0, FEWEST) : ordered.slice(0, MOST)
  return shown.length < FEWEST ? [] : shown
}

/** The articles that tell the same story, the surest first: what a list shows as one row. */
export function sameStories(subject: RelatedSubject, candidates: readonly RelatedCandidate[], spread: TermSpread | null = null): Related[] {
  const others = othersThan(subject, candidates)
  const used = spread ?? spreadOf([subject, ...others])
  const found = others.flatMap((candidate) => {
    const overlap = compareTerms(subject.terms, candidate.terms, used)
    return [sameStory(subject, candidate, overlap) ?? []].flat()
  })
  return found.toSorted((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1))
}

const RANK: Readonly<Record<RelatedReason['kind'], number>> = { 'same-story': 0, 'same-company': 1, 'same-topic': 2 }

function judged(subject: RelatedSubject, candidate: RelatedCandidate, overlap: TermOverlap, topic: number): Related | null {
  return sameStory(subject, candidate, overlap) ?? sameCompany(subject, candidate, overlap) ?? sameTopic(subject, candidate, overlap, topic)
}

function sameStory(subject: RelatedSubject, candidate: RelatedCandidate, overlap: TermOverlap): Related | null {
  if (Math.abs(subject.at - candidate.at) > STORY_WINDOW) return null
  const wording = sharedWording(subject.signature, candidate.signature)
  // One source's weekly report repeats its own words; another source's copy is the same story.
  const isCopy = wording >= (subject.sourceId === candidate.sourceId ? 0.875 : SAME_WORDING)
  const isRetold = subject.sourceId !== candidate.sourceId && isRetelling(subject, candidate, overlap)
  if (!isCopy && !isRetold) return null
  return {
    id: candidate.id,
    strength: Math.max(wording, Math.min(1, overlap.share)),
    reason: { kind: 'same-story', shared: shownWords(overlap) },
  }
}

function isRetelling(subject: RelatedSubject, candidate: RelatedCandidate, overlap: TermOverlap): boolean {
  const numbers = overlap.specific.filter(({ kind }) => kind === 'number').length
  if (isSameLanguage(subject, candidate)) {
    // The same matter is told with the same words; only the same event has the same headline, or the same figures too.
    const isHeadline = overlap.share >= SAME_STORY && overlap.titles >= 3
    const hasFigures = overlap.share >= SAME_FIGURES && overlap.specific.length >= 3 && numbers >= 2 && overlap.specificShare >= 0.2
    return isHeadline || hasFigures || (overlap.share >= SAME_STORY && overlap.titles >= 2 && overlap.specific.length >= 3)
  }
  // Across languages only numbers, days and names can be shared: three that weigh in both.
  return overlap.specific.length >= 3 && overlap.specificShare >= 0.25
}

function sameCompany(subject: RelatedSubject, candidate: RelatedCandidate, overlap: TermOverlap): Related | null {
  if (Math.abs(subject.at - candidate.at) > TOPIC_WINDOW) return null
  const shared = subject.companies.filter(
    (one) => isAbout(one) && candidate.companies.some((other) => other.id === one.id && isAbout(other)),
  )
  const company = shared.toSorted((a, b) => prominence(b, candidate) - prominence(a, candidate))[0]
  if (company === undefined) return null
  // A company's own news page would fill the place with itself: its articles must also touch the matter.
  if (subject.sourceId === candidate.sourceId && overlap.share < PART_OF_TOPIC) return null
  const nearness = 1 - Math.abs(subject.at - candidate.at) / TOPIC_WINDOW
  const strength = Math.min(1, 0.4 * prominence(company, candidate) + 0.4 * Math.min(1, overlap.share * 2) + 0.2 * nearness)
  return { id: candidate.id, strength, reason: { kind: 'same-company', companyId: company.id, company: company.name } }
}

// Named once in passing is not what an article is about.
function isAbout(company: ArticleCompany): boolean {
  return company.inTitle || company.count >= 2
}

function prominence(company: ArticleCompany, candidate: RelatedCandidate): number {
  const other = candidate.companies.find(({ id }) => id === company.id)
  return other === undefined ? 0 : (company.inTitle ? 0.5 : 0.25) + (other.inTitle ? 0.5 : 0.25)
}

function sameTopic(subject: RelatedSubject, candidate: RelatedCandidate, overlap: TermOverlap, least: number): Related | null {
  if (Math.abs(subject.at - candidate.at) > TOPIC_WINDOW) return null
  const isStrong = isSameLanguage(subject, candidate)
    ? overlap.share >= least && isTopic(overlap)
    : overlap.specific.length >= 3 && overlap.specificShare >= 0.2
  return isStrong
    ? { id: candidate.id, strength: Math.min(1, overlap.share), reason: { kind: 'same-topic', shared: shownWords(overlap) } }
    : null
}

// Three words of every day may meet by chance: a topic stands in both titles, is a phrase, or is most of what both say.
function isTopic(overlap: TermOverlap): boolean {
  const hasPhrase = overlap.shared.some((term) => term.word.includes(' '))
  const isNamed = overlap.titles > 0 || hasPhrase || overlap.share >= 0.25
  return overlap.shared.length >= 3 && isNamed
}

function isSameLanguage(one: RelatedSubject, other: RelatedCandidate): boolean {
  return languageOf(one) === languageOf(other)
}

// The terms' own script is believed over what a source says of all its articles.
function languageOf(article: RelatedSubject): string {
  const words = article.terms.filter((term) => term.kind === 'word')
  const han = words.filter((term) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(term.word)).length
  const isJapanese = article.language?.toLowerCase().startsWith('ja') === true
  if (words.length > 0 && han * 2 > words.length) return isJapanese ? 'ja' : 'zh'
  const said = article.language?.slice(0, 2).toLowerCase() ?? 'en'
  return said === 'zh' || said === 'ja' ? 'en' : said
}

function shownWords(overlap: TermOverlap): string[] {
  return overlap.shared.slice(0, WORDS_SHOWN).map((term) => term.word)
}

function othersThan(subject: RelatedSubject, candidates: readonly RelatedCandidate[]): RelatedCandidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()].filter(({ id }) => id !== subject.id)
}

function spreadOf(articles: readonly RelatedSubject[]): TermSpread {
  const articlesWith = new Map<number, number>()
  for (const article of articles) for (const { key } of article.terms) articlesWith.set(key, (articlesWith.get(key) ?? 0) + 1)
  return { articles: articles.length, articlesWith }
}
