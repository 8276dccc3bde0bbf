import { storySignature } from '../company/related/storySignature.ts'
import { topicTerms, type Term } from '../company/related/topicTerms.ts'
import type { ReadableArticle } from '../store/cache/relateQueue.ts'
import type { Topic } from '../store/cache/topics.ts'

/** What an article is about, as the cache keeps it: its terms in lists side by side, which are half as long as a list of terms. */
export interface KeptTopic extends Topic {
  readonly words: readonly string[]
  readonly weights: readonly number[]
  /** The place of the term's kind in {@link KINDS}, and 4 more where it stands in the title. */
  readonly kinds: readonly number[]
  readonly signature: readonly number[]
}

const KINDS = ['word', 'name', 'number'] as const
const IN_TITLE = 4

/** Reads what an article is about. */
export function topicOf({ text, title, language }: ReadableArticle): KeptTopic {
  const terms = topicTerms(text, title, language)
  return {
    keys: terms.map((term) => term.key),
    words: terms.map((term) => term.word),
    weights: terms.map((term) => term.weight),
    kinds: terms.map((term) => KINDS.indexOf(term.kind) + (term.inTitle ? IN_TITLE : 0)),
    signature: storySignature(text),
  }
}

/** The terms of a kept topic. */
export function termsOf({ keys, words, weights, kinds }: KeptTopic): Term[] {
  return keys.map((key, at) => {
    const mark = kinds[at] ?? 0
    return { key, word: words[at] ?? '', weight: weights[at] ?? 1, kind: KINDS[mark % IN_TITLE] ?? 'word', inTitle: mark >= IN_TITLE }
  })
}
