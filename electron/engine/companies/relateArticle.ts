import type { RelatedReason as ToldReason } from '../../../shared/contract/company.ts'
import { DAY, durationOf, later } from '../../../shared/time.ts'
import { relatedArticles, type RelatedReason } from '../company/related/relatedArticles.ts'
import type { Store } from '../store/store.ts'
import type { KnownCompanies } from './knownCompanies.ts'
import type { RelateMemory, RememberedSubject } from './relateMemory.ts'

type RelateStore = Pick<Store, 'topics' | 'mentions' | 'related'>

/** How many articles are compared with one: those that share most, and the newest of its companies. */
const SHARING = 32
const OF_COMPANY = 12
const OF_COMPANIES = 36
/** What an article is about shows in its heaviest terms. */
const KEYS_ASKED = 12
/** The newest of a company, up to a little after the article itself. */
const LATER = durationOf(14, DAY)
const NEAREST = 4

/**
 * Finds what stands under an article and keeps it. Answers its neighbours, under which it may stand now: what was found, and what shares
 * most with it.
 */
export function relateArticle(article: number, known: KnownCompanies, memory: RelateMemory, store: RelateStore): number[] {
  const [own] = memory.subjects([article], known)
  if (own === undefined) return []
  const keys = own.terms.slice(0, KEYS_ASKED).map((term) => term.key)
  const sharing = store.topics.sharing(keys, SHARING + 1).filter((one) => one !== article)
  const ofCompanies = companyNews(own, known, store).filter((one) => one !== article)
  const others = memory.subjects([...new Set([...sharing, ...ofCompanies])], known)
  const spread = memory.spread([own, ...others].flatMap(({ terms }) => terms.map((term) => term.key)))
  const found = relatedArticles(own, others, spread)
  store.related.put(
    article,
    found.map(({ id, reason, strength }) => ({ id, strength, reason: toldReason(reason) })),
  )
  const rows = new Map(others.map((one) => [one.id, one.article]))
  const neighbours = [...found.map(({ id }) => rows.get(id) ?? article), ...sharing.slice(0, NEAREST)]
  return [...new Set(neighbours)].filter((one) => one !== article)
}

/** News by and of the companies that an article tells of. */
function companyNews({ companies, at }: RememberedSubject, known: KnownCompanies, store: RelateStore): number[] {
  const until = later(at, LATER)
  const news = companies.flatMap(({ id }) => [
    ...store.mentions.newest(id, until, OF_COMPANY),
    ...(known.all.get(id)?.sourceIds ?? []).flatMap((own) => store.topics.newestOf(own, until, OF_COMPANY)),
  ])
  return [...new Set(news)].slice(0, OF_COMPANIES)
}

function toldReason(reason: RelatedReason): ToldReason {
  switch (reason.kind) {
    case 'same-company':
      return { kind: reason.kind, words: [reason.company] }
    case 'same-story':
    case 'same-topic':
      return { kind: reason.kind, words: [...reason.shared] }
  }
}
