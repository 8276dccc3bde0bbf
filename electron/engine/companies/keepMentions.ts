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
  return new StoredMentionKeeper(store)
}

class StoredMentionKeeper implements MentionKeeper {
  readonly #store: MentionStore
  /** How far down the articles each company was looked for. */
  readonly #lookedDownTo = new Map<string, number>()
  #gone: string[] = []

  constructor(store: MentionStore) {
    this.#store = store
  }

  begin(known: KnownCompanies): void {
    const { mentions } = this.#store
    const kept = new Map(mentions.companies().map((company) => [company.companyId, company]))
    this.#gone = [...kept.keys()].filter((id) => (known.all.get(id)?.names ?? []).length === 0)
    for (const company of known.all.values()) {
      const before = kept.get(company.id)
      if (company.names.length > 0 && !isSameSearch(before, soughtNames(company))) this.#take(company, before !== undefined)
    }
    for (const { companyId, isSearched } of mentions.companies()) {
      if (!isSearched && !this.#lookedDownTo.has(companyId)) this.#lookedDownTo.set(companyId, Number.MAX_SAFE_INTEGER)
    }
  }

  step(known: KnownCompanies): boolean {
    const [away] = this.#gone
    if (away !== undefined) this.#forgetSome(away)
    const [next] = this.#lookedDownTo
    if (next === undefined) return away !== undefined
    const company = known.all.get(next[0])
    if (company === undefined) this.#lookedDownTo.delete(next[0])
    else this.#searchSome(company, next[1], known)
    return true
  }

  #take(company: SoughtCompany, isKnown: boolean): void {
    const { mentions, toRelate } = this.#store
    if (isKnown) toRelate.add(mentions.newest(company.id, ANY_TIME, MOST_READ_ANEW), 'read')
    mentions.lookFor(company.id, soughtNames(company))
    for (const sourceId of company.sourceIds) mentions.forgetOwn(company.id, sourceId)
    this.#lookedDownTo.set(company.id, Number.MAX_SAFE_INTEGER)
  }

  /** Names that stood inside those of a company that went are names of their own now. */
  #forgetSome(companyId: string): void {
    const articles = this.#store.mentions.forgetSlice(companyId, FORGOTTEN_SLICE)
    this.#store.toRelate.add(articles, 'read')
    if (articles.length === 0) this.#gone = this.#gone.filter((id) => id !== companyId)
  }

  #searchSome(company: SoughtCompany, below: number, known: KnownCompanies): void {
    const { mentions, toRelate } = this.#store
    const articles = mentions.candidates(company.id, below, SLICE)
    const changed = articles.filter((article) => {
      const readable = toRelate.read(article)
      return readable !== null && mentions.put(article, mentionsIn(readable, known))
    })
    toRelate.add(changed.slice(0, RELATED_ANEW), 'relate')
    const last = articles.at(-1)
    if (last !== undefined && articles.length === SLICE) this.#lookedDownTo.set(company.id, last)
    else this.#finish(company)
  }

  #finish(company: SoughtCompany): void {
    const { mentions, topics, toRelate } = this.#store
    this.#lookedDownTo.delete(company.id)
    mentions.searched(company.id)
    for (const sourceId of company.sourceIds) toRelate.add(topics.newestOf(sourceId, ANY_TIME, RELATED_ANEW), 'relate')
  }
}

function isSameSearch(before: SoughtNames | undefined, now: SoughtNames): boolean {
  return before !== undefined && JSON.stringify([before.names, before.sourceIds]) === JSON.stringify([now.names, now.sourceIds])
}
