import { performance } from 'node:perf_hooks'
import { Tokenizer } from 'htmlparser2'
import Parser from 'rss-parser'
import { parseFeed } from '../../../electron/engine/parse/parseFeed.ts'
import type { EpochMs } from '../../../shared/time.ts'

/**
 * What a reader took: the median of the rounds, and how far they lie apart, in ms. `ofFloor`: its speed as a share of the
 * floor's, the median of the rounds' own ratios, so that a machine that slows down between rounds tells no lies.
 */
export interface Timing {
  readonly name: string
  readonly median: number
  readonly fastest: number
  readonly slowest: number
  readonly ofFloor: number
}

const FLOOR = 'tokenizer alone'

const nothing = (): void => {}
const deaf = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
}

/** Times the floor (the bare tokenizer), ours and rss-parser over the same texts, in turns, and an idle control. */
export async function timeReaders(texts: readonly string[], rounds: number): Promise<Timing[]> {
  const readers: [string, (text: string) => unknown][] = [
    [FLOOR, tokenize],
    ['parseFeed', readOurs],
    ['rss-parser', readTheirs],
  ]
  const taken = new Map<string, number[]>([['idle control', []], ...readers.map(([name]): [string, number[]] => [name, []])])
  for (const [, read] of readers) for (const text of texts) await read(text)
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, read] of readers) taken.get(name)?.push(await timed(texts, read))
    taken.get('idle control')?.push(idle())
  }
  const floor = taken.get(FLOOR) ?? []
  return [...taken].map(([name, times]) => timing(name, times, floor))
}

/** A feed of ordinary make: forty entries with escaped HTML of a few kilobytes each. */
export function ordinaryFeed(seed: number): string {
  const items = Array.from({ length: 40 }, (_, index) => {
    const words = `Operator ${seed}-${index} lights up its mid-band network &amp; says that coverage &#8211; indoors too &#8211; doubles. `
    const body = `&lt;p&gt;${words.repeat(6)}&lt;/p&gt;&lt;p&gt;&lt;a href="https://example.com/${index}"&gt;More&lt;/a&gt;&lt;/p&gt;`
    return `<item><title>${words}</title><link>https://example.com/news/${seed}/${index}</link><guid isPermaLink="false">${seed}-${index}</guid>
<pubDate>Tue, 17 Nov 2020 15:${String(index).padStart(2, '0')}:00 GMT</pubDate><dc:creator>Newsroom</dc:creator><category>5G</category>
<description>${body}</description><content:encoded><![CDATA[<p>${words.repeat(12)}</p><img src="/p/${index}.jpg">]]></content:encoded></item>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${seed}</title><link>https://example.com/</link>
<description>News</description>${items.join('\n')}</channel></rss>`
}

function tokenize(text: string): void {
  const tokenizer = new Tokenizer({ xmlMode: true }, deaf)
  tokenizer.write(text)
  tokenizer.end()
}

function readOurs(text: string): unknown {
  return parseFeed(text, { url: 'https://example.com/feed', contentType: null, now: Date.UTC(2025, 0, 1) as EpochMs })
}

async function readTheirs(text: string): Promise<void> {
  await new Parser().parseString(text).catch(() => null)
}

async function timed(texts: readonly string[], read: (text: string) => unknown): Promise<number> {
  const start = performance.now()
  for (const text of texts) await read(text)
  return performance.now() - start
}

/** The same plain sum each time: what the machine does with nothing of ours in hand. */
function idle(): number {
  const start = performance.now()
  let sum = 0
  for (let count = 0; count < 20_000_000; count += 1) sum += count % 7
  return sum > 0 ? performance.now() - start : 0
}

function timing(name: string, times: readonly number[], floor: readonly number[]): Timing {
  const ratios = times.map((time, round) => (floor[round] ?? 0) / time)
  return { name, median: median(times), fastest: Math.min(...times), slowest: Math.max(...times), ofFloor: median(ratios) }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}
