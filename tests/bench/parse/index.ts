import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseFeed } from '../../../electron/engine/parse/parseFeed.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { readCorpus, type CorpusDocument, type Expectation } from './corpus.ts'
import { isAsExpected, saidOn } from './judge.ts'
import { ordinaryFeed, timeReaders } from './speed.ts'

const NOW = Date.UTC(2025, 0, 1) as EpochMs

interface Tally {
  right: number
  all: number
}

/**
 * P6: how much of a corpus our reader gets right, and how fast it is against the bare tokenizer and rss-parser.
 * `--corpus DIR` (default `../shared/data/feeds` beside the project), `--rounds N`, `--verbose` for what failed.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { corpus: { type: 'string' }, rounds: { type: 'string', default: '5' }, verbose: { type: 'boolean', default: false } },
  })
  const folder = values.corpus ?? fileURLToPath(new URL('../../../../shared/data/feeds', import.meta.url))
  const documents = readCorpus(folder)
  if (documents === null) print(`no corpus at ${folder}: only speed is measured`)
  else judge(documents, values.verbose)
  await printSpeed(Math.max(3, Number(values.rounds)))
}

function judge(documents: readonly CorpusDocument[], isVerbose: boolean): void {
  const byField = new Map<string, Tally>()
  const total: Tally = { right: 0, all: 0 }
  let thrown = 0
  let unread = 0
  for (const document of documents) {
    const feed = readOrNull(document)
    if (feed === 'thrown') thrown += 1
    if (feed === null) unread += 1
    for (const expected of document.expect) {
      const isRight = feed !== null && feed !== 'thrown' && isAsExpected(feed, expected, document.url)
      for (const tally of [total, tallyOf(byField, expected)]) count(tally, isRight)
      if (!isRight && isVerbose) print(failure(document.file, expected, feed))
    }
  }
  for (const [name, { right, all }] of [...byField].sort(([one], [other]) => one.localeCompare(other)))
    print(`${name.padEnd(22)} ${right}/${all}`)
  print(`expectations right     ${total.right}/${total.all} = ${share(total)} %   (goal >= 96 %)`)
  print(`documents              ${documents.length}, thrown ${thrown} (goal 0), not read as a feed ${unread}`)
}

function readOrNull(document: CorpusDocument): ReturnType<typeof valueOf> | 'thrown' {
  try {
    return valueOf(document)
  } catch (fault) {
    print(`THROWN ${document.file}: ${String(fault)}`)
    return 'thrown'
  }
}

function valueOf({ text, url, contentType }: CorpusDocument) {
  const result = parseFeed(text, { url, contentType, now: NOW })
  return result.ok ? result.value : null
}

function failure(file: string, expected: Expectation, feed: ReturnType<typeof readOrNull>): string {
  const said = feed === null || feed === 'thrown' ? String(feed) : JSON.stringify(saidOn(feed, expected))
  return `  ${file}: entry ${expected.entry} ${expected.field} should be ${JSON.stringify(expected.value)}, is ${said}`
}

async function printSpeed(rounds: number): Promise<void> {
  const texts = Array.from({ length: 60 }, (_, seed) => ordinaryFeed(seed))
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const timings = await timeReaders(texts, rounds)
  print(`speed over ${texts.length} feeds, ${(characters / 1e6).toFixed(1)} M characters, ${rounds} rounds`)
  for (const { name, median, fastest, slowest, ofFloor } of timings) {
    const ratio = name === 'idle control' ? '' : `  speed ${ofFloor.toFixed(2)}x of the tokenizer`
    print(`${name.padEnd(22)} ${median.toFixed(0)} ms (${fastest.toFixed(0)}-${slowest.toFixed(0)})${ratio}`)
  }
  print('goal: parseFeed >= 0.50x of the tokenizer')
}

function tallyOf(tallies: Map<string, Tally>, { entry, field }: Expectation): Tally {
  const name = `${entry === null ? 'feed' : 'entry'} ${field}`
  const known = tallies.get(name) ?? { right: 0, all: 0 }
  tallies.set(name, known)
  return known
}

function count(tally: Tally, isRight: boolean): void {
  tally.all += 1
  if (isRight) tally.right += 1
}

function share({ right, all }: Tally): string {
  return all === 0 ? '-' : ((100 * right) / all).toFixed(1)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
