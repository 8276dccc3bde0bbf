import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../app/browser.ts'
import { serveProfile } from '../../app/servedHost.ts'
import { digits, printTable, quantile } from '../figures.ts'
import { EMPTY_PAGE, firstRowAt } from '../start/firstRow.ts'
import { storedNews } from '../start/storedNews.ts'
import { framesWhile, keyToPaint, noteKeys, wheel } from './page.ts'

const TURNS = 400
const PIXELS = 1_200
const PRESSES = 50
const WORDS = ['network', 'operator', 'satellite', 'spectrum agreement']
const PLAIN_LIST = `<!doctype html><div id="list" style="height:800px;overflow:auto">${'<p style="height:100px">A row of text</p>'.repeat(6_000)}</div>`

/** What one round showed, all in milliseconds. */
interface Round {
  readonly idle: readonly number[]
  readonly plain: readonly number[]
  readonly scroll: readonly number[]
  readonly rows: number
  readonly reading: readonly number[]
  readonly leafing: readonly number[]
  readonly search: readonly number[]
  readonly unchanged: number
}

/**
 * P8 on the browser host with 100,000 articles: frames while the list scrolls, against an idle page and a plain list in the same
 * browser; a key to the painted article; a letter to the painted hits. `--articles N`, `--rounds N`, `--profile DIR`.
 */
export async function run(args: string[]): Promise<void> {
  const options = {
    articles: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'string' },
  } as const
  const { values } = parseArgs({ args, options })
  const profile = values.profile ?? storedNews(Number(values.articles))
  console.log(`${values.articles} articles; load ${loadavg()[0]?.toFixed(1)} at the start`)
  const host = await serveProfile(profile)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await noteKeys(page)
    await page.goto(host.address)
    const rounds: Round[] = []
    for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await measure(browser, page))
    report(rounds)
  } finally {
    await browser.close()
    await host.close()
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
}

async function measure(browser: Browser, page: Page): Promise<Round> {
  const idle = await framesOfEmpty(browser, EMPTY_PAGE, (empty) => empty.waitForTimeout(3_000))
  const plain = await framesOfEmpty(browser, PLAIN_LIST, (list) => wheel(list, '#list', TURNS, PIXELS))
  await page.bringToFront()
  await page.reload()
  await firstRowAt(page)
  const reading = await pressed(page, 350)
  const leafing = await pressed(page, 0)
  const scroll = await framesWhile(page, () => wheel(page, '.timeline-scroll', TURNS, PIXELS))
  const last = await page.locator('.timeline-item').last().getAttribute('data-index')
  const search = await typed(page)
  return { idle, plain, scroll, rows: Number(last), reading, leafing, search: search.times, unchanged: search.unchanged }
}

async function framesOfEmpty(browser: Browser, html: string, work: (page: Page) => Promise<void>): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.setContent(html)
  const frames = await framesWhile(page, () => work(page))
  await page.close()
  return frames
}

/** Goes from article to article, staying on each for a while: with time, the next one is fetched before it is asked for. */
async function pressed(page: Page, stay: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let press = 0; press < PRESSES; press += 1) {
    const took = await keyToPaint(page, 'j', 'article')
    if (took !== null) times.push(took)
    await page.waitForTimeout(stay)
  }
  return times
}

/** Letters after which the hits stay as they are are counted, and not timed; a space alone looks nothing up, and is not timed either. */
async function typed(page: Page): Promise<{ readonly times: readonly number[]; readonly unchanged: number }> {
  const times: number[] = []
  let unchanged = 0
  for (const words of WORDS) {
    await page.keyboard.press('/')
    await page.locator('[data-search]').first().fill('')
    for (const letter of words) {
      if (letter === ' ') {
        await page.keyboard.press('Space')
        continue
      }
      const took = await keyToPaint(page, letter, 'hits')
      if (took === null) unchanged += 1
      else times.push(took)
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  return { times, unchanged }
}

function report(rounds: readonly Round[]): void {
  const row = (name: string, of: (round: Round) => readonly number[], goal: string): string[] => {
    const all = rounds.flatMap((round) => of(round))
    const tails = rounds.map((round) => quantile(of(round), 0.95))
    const spread = `${digits(Math.min(...tails))}-${digits(Math.max(...tails))}`
    return [name, String(all.length), digits(quantile(all, 0.5)), digits(quantile(all, 0.95)), spread, goal]
  }
  printTable(
    ['milliseconds', 'measured', 'p50', 'p95', 'p95 by round', 'goal p95'],
    [
      row('frame, idle page', ({ idle }) => idle, ''),
      row('frame, plain list scrolled', ({ plain }) => plain, ''),
      row('frame, timeline scrolled', ({ scroll }) => scroll, '<= 16.7'),
      row('j to article, as one reads', ({ reading }) => reading, '<= 100'),
      row('j to article, without a stay', ({ leafing }) => leafing, '<= 100'),
      row('letter to hits', ({ search }) => search, '<= 50'),
    ],
  )
  console.log(
    `rows scrolled through: ${rounds.map(({ rows }) => rows).join(', ')}; letters that changed no hit: ${rounds.map((each) => each.unchanged).join(', ')}`,
  )
}
