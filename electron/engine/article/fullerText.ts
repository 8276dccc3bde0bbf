import { sameWords } from './excerpt.ts'
import { readingWeight } from './readingWeight.ts'

/** The two texts of an article, plain, and their titles. */
export interface TextsToCompare {
  readonly title: string
  readonly feedText: string
  readonly pageTitle: string | null
  readonly pageText: string
}

const LEAST_PAGE = 200

/**
 * Whether a page's text is the one to show: clearly fuller than the feed's, and about the same thing, so that a cookie page, an
 * error page or another article never takes a summary's place.
 */
export function isFullerText({ title, feedText, pageTitle, pageText }: TextsToCompare): boolean {
  const page = readingWeight(pageText)
  const feed = readingWeight(feedText)
  if (page < Math.max(LEAST_PAGE, feed * 1.15 + 80)) return false
  const words = wordsOf(pageText)
  const hasTitle = pageTitle !== null && (sameWords(pageTitle, title) || shareOf(wordsOf(title), wordsOf(pageTitle)) >= 0.7)
  const titleShare = hasTitle ? 1 : shareOf(wordsOf(title), words)
  if (feed < 60) return titleShare >= 0.6
  return shareOf(wordsOf(feedText), words) >= (titleShare >= 0.8 ? 0.35 : 0.6)
}

/** The words of a text; where a script has no spaces, its pairs of characters. Short Latin words say nothing. */
function wordsOf(text: string): Set<string> {
  const lower = text.slice(0, 50_000).normalize('NFKC').toLowerCase()
  const words = lower.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.flatMap((word) => (/[\u3040-\u30ff\u3400-\u9fff]/.test(word) ? pairsOf(word) : word.length > 2 ? [word] : [])))
}

function pairsOf(word: string): string[] {
  return word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
}

/** How much of `some` is also in `all`, 0 to 1; 0 where there is nothing to compare. */
function shareOf(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  return some.size === 0 ? 0 : [...some].filter((word) => all.has(word)).length / some.size
}
