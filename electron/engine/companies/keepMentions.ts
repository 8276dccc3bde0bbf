import type { EpochMs } from '../../../shared/time.ts'
import type { SoughtNames } from '../store/cache/mentions.ts'
import type { Store } from '../store/store.ts'
import { soughtNames, type KnownCompanies, type SoughtCompany } from './knownCompanies.ts'
import { mentionsIn } from './readArticle.ts'

type MentionStore = Pick<Store, 'mentions' | 'topics' | 'toRelate'>

/** How many articles one step looks through. */
const SLICE = 10
const FORGOTTEN_SLICE = 100
/** So many of a company's newest articles get new neighbours when it comes; older ones when they are related again. */
const RELATED_ANEW = 200
const MOST_READ_ANEW = 5_000
const ANY_TIME = 8.64e15 as EpochMs

/** Keeps mentions of companies right as companies come and go, and change their names. */
export interface MentionKeeper {
  /** Notes which companies came, went, or are called otherwise. */
  begin(known: KnownCompanies): void
  /** Does a little of what is left; false when nothing is. */
  step(known: KnownCompanies): boolean
}

/** Makes a keeper that has nothing to do. */
export function createMentionKeeper(store: MentionStore): MentionKeeper {
  /** How far down the articles each company was looked for. */
  const lookedDownTo = new Map<string, number>()
  let gone: string[] = []

  function begin(known: KnownCompanies): void {
    const kept = new Map(store.mentions.companies().map((company) => [company.companyId, company]))
    gone = [...kept.keys()].filter((id) => (known.all.get(id)?.names ?? []).length === 0)
    for (const company of known.all.values()) {
      const before = kept.get(company.id)
      if (company.names.length > 0 && !isSameSearch(before, soughtNames(company))) take(company, before !== undefined)
    }
    const unsearched = store.mentions.companies().filter((company) => !company.isSearched)
    for (const { companyId } of unsearched) if (!lookedDownTo.has(companyId)) lookedDownTo.set(companyId, Number.MAX_SAFE_INTEGER)
  }

  function take(company: SoughtCompany, isKnown: boolean): void {
    if (isKnown) store.toRelate.add(store.mentions.newest(company.id, ANY_TIME, MOST_READ_ANEW), 'read')
    store.mentions.lookFor(company.id, soughtNames(company))
    for (const sourceId of company.sourceIds) store.mentions.forgetOwn(company.id, sourceId)
    lookedDownTo.set(company.id, Number.MAX_SAFE_INTEGER)
  }

  /** Names that stood inside those of a company that went are names of their own now. */
  function forgetSome(companyId: string): void {
    const articles = store.mentions.forgetSlice(companyId, FORGOTTEN_SLICE)
    store.toRelate.add(articles, 'read')
    if (articles.length === 0) gone = gone.filter((id) => id !== companyId)
  }

  function searchSome(company: SoughtCompany, below: number, known: KnownCompanies): void {
    const articles = store.mentions.candidates(company.id, below, SLICE)
    const changed = articles.filter((article) => {
      const readable = store.toRelate.read(article)
      return readable !== null && store.mentions.put(article, mentionsIn(readable, known))
    })
    store.toRelate.add(changed.slice(0, RELATED_ANEW), 'relate')
    const last = articles.at(-1)
    if (last !== undefined && articles.length === SLICE) lookedDownTo.set(company.id, last)
    else finish(company)
  }

  function finish(company: SoughtCompany): void {
    lookedDownTo.delete(company.id)
    store.mentions.searched(company.id)
    for (const sourceId of company.sourceIds) store.toRelate.add(store.topics.newestOf(sourceId, ANY_TIME, RELATED_ANEW), 'relate')
  }

  return {
    begin,
    step: (known) => {
      const [away] = gone
      if (away !== undefined) forgetSome(away)
      const [next] = lookedDownTo
      if (next === undefined) return away !== undefined
      const company = known.all.get(next[0])
      if (company === undefined) lookedDownTo.delete(next[0])
      else searchSome(company, next[1], known)
      return true
    },
  }
}

function isSameSearch(before: SoughtNames | undefined, now: SoughtNames): boolean {
  return before !== undefined && JSON.stringify([before.names, before.sourceIds]) === JSON.stringify([now.names, now.sourceIds])
}
