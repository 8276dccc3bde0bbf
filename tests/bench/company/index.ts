import { storySignature } from '../../../electron/engine/company/related/storySignature.ts'
import { topicTerms } from '../../../electron/engine/company/related/topicTerms.ts'
import { readCompany } from '../../../electron/engine/company/readCompany.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { syntheticDraft } from '../syntheticNews.ts'
import { COMPANY_FIXTURES, readSites, type CompanySite } from './corpus.ts'
import { measureSite, type FactFigures } from './measureFacts.ts'
import { measureMentions } from './measureMentions.ts'
import { measureRelated } from './measureRelated.ts'
import { sampleArticles, writtenStories, type ToldArticle } from './newsToRelate.ts'

/**
 * Prints how well companies' sites are read, what finding companies in articles costs, and how well related articles find each other.
 *
 * @param args `--corpus DIR` for a folder made like `tests/fixtures/companies`; `--faults` names each mistake; `--full` reads all 100,000
 * articles instead of 5,000.
 */
export async function run(args: readonly string[]): Promise<void> {
  const hasFaults = args.includes('--faults')
  printFacts(readSites(folderOf(args)), hasFaults)
  printMentions(args.includes('--full') ? ALL_ARTICLES : FEW_ARTICLES)
  printRelated(hasFaults)
  printTermCost()
  return Promise.resolve()
}

const ALL_ARTICLES = 100_000
const FEW_ARTICLES = 5_000

function folderOf(args: readonly string[]): string {
  const at = args.indexOf('--corpus')
  return (at < 0 ? undefined : args[at + 1]) ?? COMPANY_FIXTURES
}

function printFacts(sites: readonly CompanySite[], hasFaults: boolean): void {
  const figures = sites.map(measureSite)
  console.log('company                    fields right  said wrongly')
  for (const row of figures) {
    console.log(`${row.name.padEnd(26)} ${`${row.right} of ${row.wanted}`.padStart(12)}  ${String(row.wrong).padStart(12)}`)
    if (hasFaults) for (const fault of row.faults) console.log(`    ${fault}`)
  }
  console.log(`in all: ${summary(figures.filter((row) => !row.isHeldBack))}`)
  const held = figures.filter((row) => row.isHeldBack)
  if (held.length > 0) console.log(`held back: ${summary(held)}`)
  const start = process.cpuUsage()
  for (const site of sites) readCompany(site.pages, { siteUrl: site.gold.siteUrl, now: 0 as EpochMs })
  const used = process.cpuUsage(start)
  console.log(`CPU a company: ${((used.user + used.system) / 1_000 / sites.length).toFixed(1)} ms`)
}

function summary(figures: readonly FactFigures[]): string {
  const sum = (of: (row: FactFigures) => number): number => figures.reduce((total, row) => total + of(row), 0)
  const wanted = sum((row) => row.wanted)
  const right = sum((row) => row.right)
  return `${figures.length} companies, ${right} of ${wanted} fields right (${(right / wanted).toFixed(3)}), ${sum((row) => row.wrong)} said wrongly`
}

function printMentions(articles: number): void {
  const figures = measureMentions(articles)
  const full = (figures.seconds * ALL_ARTICLES) / articles
  const note = articles === ALL_ARTICLES ? '' : ` (reckoned from ${articles.toLocaleString('en')} articles)`
  console.log(
    `\nmentions: 1,000 companies × 100,000 articles in ${full.toFixed(1)} s${note}, ${(figures.seconds / figures.floorSeconds).toFixed(1)} times walking the texts alone`,
  )
  console.log(
    `an article: median ${figures.medianMs.toFixed(3)} ms, p99 ${figures.p99Ms.toFixed(3)} ms, longest ${figures.worstMs.toFixed(2)} ms`,
  )
  console.log(
    `found ${figures.found} of ${figures.wanted} planted; building ${figures.buildMs.toFixed(1)} ms, one company changed ${figures.changeMs.toFixed(3)} ms`,
  )
}

function printRelated(hasFaults: boolean): void {
  const sample = sampleArticles()
  const written = writtenStories()
  const all = (one: ToldArticle, other: ToldArticle): boolean =>
    (written.includes(one) && isWrittenTogether(one, other)) || sample.belong(one, other)
  for (const [name, articles, belong] of [
    ['written stories', written, isWrittenTogether],
    ['sample edition', sample.articles, sample.belong],
    ['both together', [...written, ...sample.articles], all],
  ] as const) {
    const row = measureRelated(articles, belong)
    console.log(
      `\nrelated, ${name}: same story precision ${ratio(row.storiesRight, row.storiesSaid)}, recall ${ratio(row.storiesRight, row.storiesWanted)} of ${row.storiesWanted}; shown ${row.shown}, fitting ${ratio(row.fitting, row.shown)}; nothing under ${row.without} of ${row.articles} (${row.withoutThoughThree} of them have three that fit); lists of a wrong length ${row.badLengths}`,
    )
    if (hasFaults) for (const fault of row.faults) console.log(`    ${fault}`)
  }
}

function isWrittenTogether(one: ToldArticle, other: ToldArticle): boolean {
  return one.topic === other.topic || one.companies.some((company) => other.companies.includes(company))
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3)
}

function printTermCost(): void {
  const drafts = Array.from({ length: 400 }, (_, at) => syntheticDraft(at))
  const times = drafts.map((draft) => {
    const start = performance.now()
    topicTerms(draft.feedText?.text ?? '', draft.title, draft.language)
    storySignature(draft.feedText?.text ?? '')
    return performance.now() - start
  })
  const sorted = times.slice(50).toSorted((a, b) => a - b)
  console.log(
    `\nterms and signature of an article: median ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)} ms, p99 ${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(2)} ms`,
  )
}
