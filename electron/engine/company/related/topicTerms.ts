import { isPlainWord, isStopWord } from './stopWords.ts'
import { termKey } from './termKey.ts'
import { wordsOf, type TextWord, type WordKind } from './words.ts'

/** One of the things that an article is about. Stores as two small integers and a short text. */
export interface Term {
  /** 0 to 4,294,967,295: the same for the same word in any article, numbers and days in any language. */
  readonly key: number
  /** As the article writes it first, for people. */
  readonly word: string
  /** 1 to 100. */
  readonly weight: number
  /** Names (abbreviations too) and numbers (amounts, measures, days) mean the same in every language. */
  readonly kind: 'word' | 'name' | 'number'
  readonly inTitle: boolean
}

const MOST_TERMS = 24
/** Names and numbers that are kept before others, however often those are said. */
const SPECIFIC_TERMS = 10
const TITLE_COUNTS = 3
const KIND_WEIGHT: Readonly<Record<WordKind, number>> = { word: 1, 'perhaps a name': 1, name: 1.6, code: 1.6, number: 2, day: 1.3 }

/** What an article is about: its heaviest words and phrases, at most 24, the heaviest first. The same text gives the same terms. */
export function topicTerms(text: string, title: string, language: string | null): Term[] {
  const counts = new Map<string, Counted>()
  countWords(wordsOf(title, language), TITLE_COUNTS, counts)
  countWords(wordsOf(text, language), 1, counts)
  const weighed = [...counts.values()].map((one) => ({ ...one, raw: rawWeight(one) })).filter(({ raw }) => raw > 0)
  const ordered = weighed.toSorted((a, b) => b.raw - a.raw || (a.key < b.key ? -1 : 1))
  const specific = ordered.filter(isSpecific).slice(0, SPECIFIC_TERMS)
  const chosen = [...specific, ...ordered.filter((one) => !specific.includes(one))].slice(0, MOST_TERMS).toSorted((a, b) => b.raw - a.raw)
  const heaviest = chosen[0]?.raw ?? 1
  return chosen.map((one) => ({
    key: termKey(one.key),
    word: one.shown.slice(0, 60),
    weight: Math.max(1, Math.round((one.raw / heaviest) * 100)),
    kind: isNumber(one) ? 'number' : isSpecific(one) ? 'name' : 'word',
    inTitle: one.isInTitle,
  }))
}

function isNumber({ kind, key }: { readonly kind: WordKind; readonly key: string }): boolean {
  return kind === 'number' || kind === 'day' || (kind === 'code' && /\d{2}/u.test(key))
}

function isSpecific({ kind }: { readonly kind: WordKind }): boolean {
  return kind !== 'word' && kind !== 'perhaps a name'
}

interface Counted {
  readonly key: string
  readonly shown: string
  kind: WordKind
  /** How much it was said: in the title three times as loud. */
  count: number
  /** How often it stood there. */
  times: number
  isInTitle: boolean
  readonly isPhrase: boolean
}

function countWords(words: readonly TextWord[], worth: number, into: Map<string, Counted>): void {
  for (const [at, word] of words.entries()) {
    if (isStopWord(word.key)) continue
    count(word, false, worth, into)
    const next = words[at + 1]
    if (next?.isJoined === true && isPart(word) && isPart(next) && word.key !== next.key) count(pairOf(word, next), true, worth, into)
  }
}

function count(word: TextWord, isPhrase: boolean, worth: number, into: Map<string, Counted>): void {
  const known = into.get(word.key) ?? { key: word.key, shown: word.shown, kind: word.kind, count: 0, times: 0, isInTitle: false, isPhrase }
  known.kind = kindOfBoth(known.kind, word.kind)
  known.count += worth
  known.times += 1
  known.isInTitle ||= worth > 1
  into.set(word.key, known)
}

// A word that is written small anywhere is no name, whatever a title's capitals say.
function kindOfBoth(one: WordKind, other: WordKind): WordKind {
  if (one === other) return one
  if (one === 'word' || other === 'word') return 'word'
  return one === 'code' || other === 'code' ? 'code' : 'name'
}

function isPart(word: TextWord): boolean {
  return word.kind !== 'number' && word.kind !== 'day' && !isStopWord(word.key)
}

function pairOf(one: TextWord, next: TextWord): TextWord {
  const isName = one.kind === 'name' && next.kind === 'name'
  return { key: `${one.key} ${next.key}`, shown: `${one.shown} ${next.shown}`, kind: isName ? 'name' : 'word', isJoined: false }
}

// Said once in passing is no topic, unless it is a number or a name in the title; a phrase must be said twice.
function rawWeight({ count, times, kind, isInTitle, isPhrase, key }: Counted): number {
  if (isPhrase && times < 2) return 0
  const base = 1 + Math.log(count)
  const plain = kind !== 'number' && kind !== 'day' && isPlainWord(key) ? 0.4 : 1
  return base * KIND_WEIGHT[kind] * plain * (isPhrase ? 1.3 : 1) * (isInTitle ? 1.25 : 1)
}
