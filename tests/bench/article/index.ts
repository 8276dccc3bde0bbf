import { readdirSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { draftArticles } from '../../../electron/engine/article/drafts.ts'
import { readPage } from '../../../electron/engine/article/fullText.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { digits, median, medianAndSpread, printTable, quantile } from '../figures.ts'
import { measureForeignPages } from './foreignPages.ts'
import { ordinaryFeed } from './ordinaryArticle.ts'
import { idle, sanitizeOnly, tokenizeOnly } from './peers.ts'

const ROUNDS = 5
const ARTICLES = 200
const READINGS_OF_A_PAGE = 15
const NOW = Date.UTC(2024, 5, 1) as EpochMs

/**
 * `--pages DIR` measures extraction on pages that were not made here (see `foreignPages.ts`), and nothing else.
 * Prints what it costs to make drafts, beside the bare tokenizer and sanitize-html over the same texts, and to read pages.
 */
export function run(args: readonly string[]): void {
  const pages = args[args.indexOf('--pages') + 1]
  if (args.includes('--pages') && pages !== undefined) return measureForeignPages(pages)
  const at = args.indexOf('--rounds')
  const rounds = at === -1 ? ROUNDS : Math.max(3, Number(args[at + 1]) || ROUNDS)
  printDrafts(rounds)
  printPages(rounds)
}

function printDrafts(rounds: number): void {
  const feed = ordinaryFeed(ARTICLES)
  const texts = feed.entries.map(({ contentHtml }) => contentHtml ?? '')
  const readers: [string, () => unknown][] = [
    ['tokenizer alone', () => texts.forEach(tokenizeOnly)],
    ['sanitize-html alone', () => texts.forEach(sanitizeOnly)],
    ['draftArticles', () => draftArticles(feed, { now: NOW })],
    ['idle control', idle],
  ]
  const taken = inTurns(readers, rounds)
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / ARTICLES
  const elements = texts.reduce((sum, text) => sum + (text.match(/<[a-z]/g)?.length ?? 0), 0) / ARTICLES
  console.log(
    `drafts: ${String(ARTICLES)} articles of ${digits(bytes)} bytes and ${digits(elements)} elements, CPU, ${String(rounds)} rounds`,
  )
  const ratio = (name: string, to: string): string =>
    medianAndSpread((taken.get(name) ?? []).map((ms, round) => ms / (taken.get(to)?.[round] ?? 1)))
  printTable(
    ['', 'ms an article', 'of the tokenizer', 'of sanitize-html', 'a second'],
    readers.map(([name]) => {
      const each = (taken.get(name) ?? []).map((ms) => ms / ARTICLES)
      if (name === 'idle control') return [name, medianAndSpread(taken.get(name) ?? []), '', '', '']
      return [name, medianAndSpread(each), ratio(name, 'tokenizer alone'), ratio(name, 'sanitize-html alone'), digits(1_000 / median(each))]
    }),
  )
}

/** Each reader's CPU time in ms by round. They take turns within a round, so that a machine that slows down slows them all. */
function inTurns(readers: readonly [string, () => unknown][], rounds: number): Map<string, number[]> {
  const taken = new Map(readers.map(([name]): [string, number[]] => [name, []]))
  for (let warmUp = 0; warmUp < 5; warmUp += 1) for (const [, read] of readers) read()
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Map<string, number>()
    for (let turn = 0; turn < 5; turn += 1) {
      for (const [name, read] of readers) sums.set(name, (sums.get(name) ?? 0) + cpuOf(read) / 5)
    }
    for (const [name, sum] of sums) taken.get(name)?.push(sum)
  }
  return taken
}

function cpuOf(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

function printPages(rounds: number): void {
  const folder = new URL('../../fixtures/pages/', import.meta.url)
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const texts = pages.map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const shares: number[][] = []
  for (let round = 0; round <= rounds; round += 1) {
    const times = texts.flatMap((html) => Array.from({ length: READINGS_OF_A_PAGE }, () => wallOf(html)))
    // The first round warms up.
    if (round > 0) shares.push([quantile(times, 0.5), quantile(times, 0.99)])
  }
  const column = (at: number): string => medianAndSpread(shares.map((share) => share[at] ?? Number.NaN))
  console.log(`\npages: ${String(pages.length)} fixtures, wall ms, ${String(rounds)} rounds`)
  printTable(
    ['', 'p50', 'p99'],
    [
      ['readPage', column(0), column(1)],
      ['goal', '25', '400'],
    ],
  )
}

function wallOf(html: string): number {
  const start = performance.now()
  readPage(html, { url: 'https://www.news.example/1.html', title: '', feedText: '' })
  return performance.now() - start
}
