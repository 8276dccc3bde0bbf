import { parseDocument } from 'htmlparser2'
import { readNewsroom } from '../../../electron/engine/newsroom/readNewsroom.ts'
import { FIXTURES, nowOf, readCorpus, readDate, type Fixture } from './corpus.ts'
import { measure, type Figures } from './measure.ts'

/**
 * Prints how well newsrooms are read, one line each, then in all; and what it costs beside parsing alone.
 *
 * @param args `--corpus DIR` for a folder made like `tests/fixtures/newsrooms`; `--faults` names each mistake.
 */
export async function run(args: readonly string[]): Promise<void> {
  const corpus = readCorpus(folderOf(args))
  const figures = corpus.map(measure)
  console.log('newsroom                     verdict        recall  precision  titles   dates  next   redesign')
  for (const row of figures) {
    console.log(line(row))
    if (args.includes('--faults')) for (const fault of row.faults) console.log(`    ${fault}`)
  }
  const held = new Set(corpus.filter((fixture) => fixture.gold.heldBack === true).map((fixture) => fixture.name))
  console.log(`in all: ${summary(figures.filter((row) => !held.has(row.name)))}`)
  if (held.size > 0) console.log(`held back: ${summary(figures.filter((row) => held.has(row.name)))}`)
  printCost(corpus)
}

function folderOf(args: readonly string[]): string {
  const at = args.indexOf('--corpus')
  return (at < 0 ? undefined : args[at + 1]) ?? FIXTURES
}

function line(row: Figures): string {
  const redesign =
    row.redesign === null
      ? '-'
      : `${row.redesign.match}, lost ${row.redesign.lost}, doubled ${row.redesign.doubled}, added ${row.redesign.foreign}`
  const verdict = `${row.verdict}${row.isVerdictRight ? '' : ' (wrong)'}`
  return `${row.name.padEnd(28)} ${verdict.padEnd(14)} ${share(row.right, row.wanted)}  ${share(row.right, row.found)}     ${share(row.titles, row.right)}  ${share(row.dates, row.right)}  ${row.nextPage.padEnd(5)}  ${redesign}`
}

function share(part: number, whole: number): string {
  return (whole === 0 ? '-' : (part / whole).toFixed(3)).padStart(6)
}

function summary(figures: readonly Figures[]): string {
  const sum = (of: (row: Figures) => number): number => figures.reduce((total, row) => total + of(row), 0)
  const right = sum((row) => row.right)
  const redesigned = figures.flatMap((row) => (row.redesign === null ? [] : [row.redesign]))
  return [
    `${figures.length} newsrooms, recall ${share(
      right,
      sum((row) => row.wanted),
    ).trim()}, precision ${share(
      right,
      sum((row) => row.found),
    ).trim()}, titles ${share(
      sum((row) => row.titles),
      right,
    ).trim()}, dates ${share(
      sum((row) => row.dates),
      right,
    ).trim()}`,
    `verdicts right: ${figures.filter((row) => row.isVerdictRight).length} of ${figures.length}; next pages right: ${figures.filter((row) => row.nextPage === 'right').length} of ${figures.filter((row) => row.nextPage !== '-').length}`,
    `redesigns: ${redesigned.length}, lost ${redesigned.reduce((total, row) => total + row.lost, 0)}, doubled ${redesigned.reduce((total, row) => total + row.doubled, 0)}`,
  ].join('\n')
}

const PAGE_SIZE = 300_000
const ROUNDS = 9

// The largest page stands for the time; a page of 300 KB is made of the largest one repeated.
function printCost(corpus: readonly Fixture[]): void {
  const lists = corpus.filter((fixture) => fixture.gold.expect === 'list')
  if (lists.length === 0) return
  const all = cost(lists.map((fixture) => ({ html: fixture.html, fixture })))
  const largest = lists.reduce((one, other) => (one.html.length > other.html.length ? one : other))
  const big = cost([{ html: grown(largest.html), fixture: largest }])
  console.log(
    `CPU a page: ${all.reading.toFixed(1)} ms, ${(all.reading / all.parsing).toFixed(1)} times parsing alone; a page of 300 KB: ${big.reading.toFixed(0)} ms, ${(big.reading / big.parsing).toFixed(1)} times`,
  )
}

function grown(html: string): string {
  const start = html.indexOf('<body')
  const end = html.lastIndexOf('</body>')
  const body = html.slice(html.indexOf('>', start) + 1, end)
  const copies = Array.from({ length: Math.max(1, Math.ceil(PAGE_SIZE / Math.max(1, body.length))) }, (_, index) =>
    body.replace(/(href="[^"#]{8,})"/gu, `$1?copy=${index}"`),
  )
  return html.slice(0, start) + '<body>' + copies.join('') + html.slice(end)
}

function cost(pages: readonly { readonly html: string; readonly fixture: Fixture }[]): { reading: number; parsing: number } {
  const read = (): void => {
    for (const { html, fixture } of pages) readNewsroom(html, { url: fixture.gold.url, now: nowOf(fixture.gold), readDate })
  }
  const parse = (): void => {
    for (const { html } of pages) parseDocument(html)
  }
  return { reading: middleTime(read) / pages.length, parsing: middleTime(parse) / pages.length }
}

function middleTime(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage()
    work()
    const used = process.cpuUsage(start)
    return (used.user + used.system) / 1_000
  })
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}
