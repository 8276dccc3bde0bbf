import { createMentionFinder, type KnownCompany } from '../../../electron/engine/company/mentions/createMentionFinder.ts'
import { syntheticDraft } from '../syntheticNews.ts'

/** What finding a thousand companies costs. */
export interface MentionFigures {
  readonly articles: number
  readonly seconds: number
  readonly found: number
  readonly wanted: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly worstMs: number
  readonly buildMs: number
  readonly changeMs: number
  /** Walking the same texts unit by unit and doing nothing: what any reading of them costs. */
  readonly floorSeconds: number
}

const COMPANIES = 1_000
const SYLLABLES = ['zor', 'vin', 'tak', 'mel', 'qua', 'ber', 'nix', 'lor', 'sef', 'dun', 'gri', 'pav']
const HAN = '信泰华科粤龙腾飞鼎盛瑞康恒达宏远博雅晟朗'
const EVERY = 10

/** Made-up companies: two thirds with Latin names, one third with Chinese ones as well. */
export function madeUpCompanies(count = COMPANIES): KnownCompany[] {
  return Array.from({ length: count }, (_, at) => ({ id: `c${at}`, names: namesOf(at) }))
}

function namesOf(at: number): string[] {
  const word = [at % 12, Math.floor(at / 12) % 12, Math.floor(at / 144) % 12].map((digit) => SYLLABLES[digit]).join('')
  const latin = `${word[0]?.toUpperCase()}${word.slice(1)} ${['Networks Inc.', 'Communication Co., Ltd.', 'AG', 'Systems plc'][at % 4]}`
  const han = `${HAN[at % 20]}${HAN[Math.floor(at / 20) % 20]}${HAN[Math.floor(at / 400) % 20]}通讯股份有限公司`
  return at % 3 === 0 ? [latin, han] : [latin]
}

/** Every tenth article tells of a company, so that what should be found is known. */
export function measureMentions(articles: number): MentionFigures {
  const companies = madeUpCompanies()
  const built = performance.now()
  const finder = createMentionFinder(companies)
  const buildMs = performance.now() - built
  const changed = performance.now()
  for (const company of companies.slice(0, 100)) finder.set({ ...company, names: [...company.names, `${company.id} Renamed`] })
  const changeMs = (performance.now() - changed) / 100
  const times: number[] = []
  let found = 0
  let floor = 0
  for (let at = 0; at < articles; at += 1) {
    const { text, title } = articleAt(at, companies)
    const idle = performance.now()
    floor += walked(text) < 0 ? 1 : performance.now() - idle
    const start = performance.now()
    const mentions = finder.find(text, title)
    times.push(performance.now() - start)
    if (at % EVERY === 0 && mentions.some(({ companyId }) => companyId === companies[(at / EVERY) % COMPANIES]?.id)) found += 1
  }
  const sorted = times.toSorted((a, b) => a - b)
  const quantile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1_000
  return {
    articles,
    seconds,
    found,
    wanted: Math.ceil(articles / EVERY),
    medianMs: quantile(0.5),
    p99Ms: quantile(0.99),
    worstMs: quantile(1),
    buildMs,
    changeMs,
    floorSeconds: floor / 1_000,
  }
}

function articleAt(at: number, companies: readonly KnownCompany[]): { text: string; title: string } {
  const draft = syntheticDraft(at)
  const text = draft.feedText?.text ?? ''
  const name = companies[(at / EVERY) % COMPANIES]?.names.at(-1)
  if (at % EVERY !== 0 || name === undefined) return { text, title: draft.title }
  const middle = text.indexOf(' ', Math.floor(text.length / 2)) + 1 || text.length
  return { text: `${text.slice(0, middle)}${name} ${text.slice(middle)}`, title: draft.title }
}

function walked(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) sum = (sum + text.charCodeAt(at)) & 0xffff
  return sum
}
