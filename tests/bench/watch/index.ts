import { compileRules, type CatchingRule, type JudgedArticle } from '../../../electron/engine/watch/matching/compileRules.ts'
import { digits, medianAndSpread, printTable, quantile } from '../figures.ts'
import { syntheticDraft } from '../syntheticNews.ts'

const RULES = 200
const ARTICLES = 1_000
const ROUNDS = 5
const EVERY = 10

/**
 * Prints what judging a thousand arriving articles by two hundred rules costs, beside the floor of walking the same texts and doing nothing,
 * and beside asking each rule by itself with a regular expression.
 */
export async function run(): Promise<void> {
  const articles = Array.from({ length: ARTICLES }, (_, at) => judged(at))
  const rules = Array.from({ length: RULES }, (_, at) => ruleOf(at, articles))
  const built = performance.now()
  const { catching } = compileRules(rules)
  const buildMs = performance.now() - built
  const rounds = Array.from({ length: ROUNDS }, () => ({
    floor: timed(articles, ({ text, title }) => walked(text) + walked(title)),
    one: timed(articles, (article) => catching(article).length),
    each: timed(articles.slice(0, ARTICLES / EVERY), (article) => asked(article, rules)),
  }))
  const perArticle = (of: (round: (typeof rounds)[number]) => readonly number[]): number[] => rounds.map((round) => mean(of(round)))
  const caught = articles.reduce((sum, article) => sum + catching(article).length, 0)
  printTable(
    ['ms an article', 'median (spread) of the rounds', 'p99'],
    [
      [
        'walking the text',
        medianAndSpread(perArticle((round) => round.floor)),
        digits(
          quantile(
            rounds.flatMap((round) => round.floor),
            0.99,
          ),
        ),
      ],
      [
        `${RULES} rules`,
        medianAndSpread(perArticle((round) => round.one)),
        digits(
          quantile(
            rounds.flatMap((round) => round.one),
            0.99,
          ),
        ),
      ],
      [
        'each by itself',
        medianAndSpread(perArticle((round) => round.each)),
        digits(
          quantile(
            rounds.flatMap((round) => round.each),
            0.99,
          ),
        ),
      ],
    ],
  )
  console.log(`compiled in ${digits(buildMs)} ms; ${caught} catches of ${ARTICLES} articles`)
  return Promise.resolve()
}

function judged(at: number): JudgedArticle {
  const draft = syntheticDraft(at)
  return {
    title: draft.title,
    text: draft.feedText?.text ?? '',
    author: '',
    sourceId: `s${at % 40}`,
    folder: null,
    category: 'industry',
    companyIds: () => new Set(),
  }
}

/** Words that stand in the articles, common and rare, alone and together. */
function ruleOf(at: number, articles: readonly JudgedArticle[]): CatchingRule {
  const words = (articles[at % articles.length]?.text ?? '').split(/[\s.,。，]+/).filter((word) => word.length > 1)
  const first = words[at % words.length] ?? 'network'
  const second = words[(at + 1) % words.length] ?? 'fibre'
  const isPhrase = at % 2 === 1
  return {
    id: `r${at}`,
    match: 'all',
    actions: ['mark'],
    isEnabled: true,
    conditions: [
      { kind: isPhrase ? 'phrase' : 'word', words: isPhrase ? `${first} ${second}` : first, field: 'anywhere', isNot: false },
      { kind: 'source', sourceId: `s${at % 40}`, isNot: true },
    ],
  }
}

function asked({ text, title }: JudgedArticle, rules: readonly CatchingRule[]): number {
  let count = 0
  for (const { conditions } of rules) {
    const [first] = conditions
    if (first === undefined || !('words' in first)) continue
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${first.words.replaceAll(/[^\p{L}\p{N} ]/gu, '.')}(?![\\p{L}\\p{N}])`, 'iu')
    if (pattern.test(title) || pattern.test(text)) count += 1
  }
  return count
}

function timed(articles: readonly JudgedArticle[], work: (article: JudgedArticle) => number): number[] {
  return articles.map((article) => {
    const start = performance.now()
    work(article)
    return performance.now() - start
  })
}

function walked(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) & 0xffff
  return sum
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}
