import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { foldText } from '../../../../shared/foldText.ts'
import { wordsOf } from '../search/words.ts'

/**
 * How common words are, by a sample of the articles: one in {@link SAMPLED}. It tells a search beforehand what a look-up will cost,
 * and which words a beginning most likely goes on to. A guess, and never the answer: the index alone says what an article has.
 */
export interface CommonWords {
  /** Takes an indexed text into the sample where its article belongs to it. */
  take(article: number, text: string): void
  /** About how many articles have words that begin like this, each word's counted by itself. */
  articlesBeginning(beginning: string): number
  /** About how many articles have the word. */
  articlesWith(word: string): number
  /** The most common words that begin like this, most common first. */
  beginning(beginning: string, limit: number): string[]
}

/** What the search asks of the sample. */
export type WordGuess = Omit<CommonWords, 'take'>

const SAMPLED = 128
/** So much of a text is looked at: what is common stands there too. */
const MOST_CHARACTERS = 4_000
/** Longer than any word that stands in many articles. */
const LONGEST = 32
const LAST_CHARACTER = '\u{10ffff}'

/** The table of the sample. */
export function commonWords(database: Database): CommonWords {
  const add = prepare(
    database,
    `INSERT INTO common_words (word, times)
     SELECT value, 1 FROM json_each(:words) WHERE true
     ON CONFLICT (word) DO UPDATE SET times = times + 1`,
  )
  const sum = prepare<{ times: number }>(
    database,
    'SELECT coalesce(sum(times), 0) AS times FROM common_words WHERE word >= :from AND word < :to',
  )
  const one = prepare<{ times: number }>(database, 'SELECT times FROM common_words WHERE word = :word')
  const most = prepare<{ word: string }>(
    database,
    `SELECT word FROM common_words
     WHERE word >= :from AND word < :to
     ORDER BY times DESC, word
     LIMIT :limit`,
  )
  return {
    take: (article, text) => {
      if (article % SAMPLED === 0) add.run({ words: JSON.stringify(distinctWords(text.slice(0, MOST_CHARACTERS))) })
    },
    articlesBeginning: (beginning) => (sum.get(span(beginning))?.times ?? 0) * SAMPLED,
    articlesWith: (word) => (one.get({ word: folded(word) })?.times ?? 0) * SAMPLED,
    beginning: (beginning, limit) => most.all({ ...span(beginning), limit }).map((row) => row.word),
  }
}

function span(beginning: string): { from: string; to: string } {
  const from = folded(beginning)
  return { from, to: `${from}${LAST_CHARACTER}` }
}

function folded(word: string): string {
  return foldText(word).folded.normalize('NFKC')
}

function distinctWords(text: string): string[] {
  return [...new Set(wordsOf(foldText(text).folded))].filter((word) => word.length <= LONGEST)
}
