import type { RelatedReason as ToldReason } from '../../../shared/contract/company.ts'
import { DAY, durationOf, later, type EpochMs } from '../../../shared/time.ts'
import { relatedArticles, type ArticleCompany, type RelatedReason, type RelatedSubject } from '../company/related/relatedArticles.ts'
import type { KeptMention } from '../store/cache/mentions.ts'
import type { ArticleTopic } from '../store/cache/topics.ts'
import type { Store } from '../store/store.ts'
import { termsOf, type KeptTopic } from './articleTopic.ts'
import type { KnownCompanies } from './knownCompanies.ts'

type RelateStore = Pick<Store, 'topics' | 'mentions' | 'related'>

/** How many articles are compared with one: those that share most, and the newest of its companies. */
const SHARING = 50
const OF_COMPANY = 15
/** What an article is about shows in its heaviest terms. */
const KEYS_ASKED = 16
/** The newest of a company, up to a little after the article itself. */
const LATER = durationOf(14, DAY)
const NEAREST = 4

/**
 * Finds what stands under an article and keeps it. Answers its neighbours, under which it may stand now: what was found, and what shares
 * most with it.
 */
export function relateArticle(article: number, known: KnownCompanies, store: RelateStore): number[] {
  const [topic] = store.topics.of([article])
  if (topic === undefined) return []
  const sharing = store.topics.sharing(topic.topic.keys.slice(0, KEYS_ASKED), SHARING + 1).filter((one) => one !== article)
  const ofCompanies = companyNews(topic, known, store).filter((one) => one !== article)
  const others = store.topics.of([...new Set([...sharing, ...ofCompanies])])
  const mentions = store.mentions.of([article, ...others.map((one) => one.article)])
  const subjectOf = (one: ArticleTopic): RelatedSubject => subject(one, mentions.get(one.article) ?? [], known)
  const candidates = others.map(subjectOf)
  const own = subjectOf(topic)
  const keys = [own, ...candidates].flatMap(({ terms }) => terms.map((term) => term.key))
  const found = relatedArticles(own, candidates, store.topics.spread([...new Set(keys)]))
  store.related.put(
    article,
    found.map(({ id, reason, strength }) => ({ id, strength, reason: toldReason(reason) })),
  )
  const rows = new Map(others.map((one) => [one.id, one.article]))
  const neighbours = [...found.map(({ id }) => rows.get(id) ?? article), ...sharing.slice(0, NEAREST)]
  return [...new Set(neighbours)].filter((one) => one !== article)
}

/** News by and of the companies that an article tells of. */
function companyNews({ article, sourceId, listedAt }: ArticleTopic, known: KnownCompanies, store: RelateStore): number[] {
  const until = later(listedAt, LATER)
  const mentioned = (store.mentions.of([article]).get(article) ?? []).map(({ companyId }) => known.all.get(companyId))
  const companies = [known.ownOf(sourceId), ...mentioned].filter((company) => company !== null && company !== undefined)
  return companies.flatMap(({ id, sourceIds }) => [
    ...store.mentions.newest(id, until, OF_COMPANY),
    ...sourceIds.flatMap((own) => store.topics.newestOf(own, until, OF_COMPANY)),
  ])
}

function subject({ id, sourceId, listedAt, language, topic }: ArticleTopic, mentions: readonly KeptMention[], known: KnownCompanies) {
  const kept = topic as KeptTopic
  const own = known.ownOf(sourceId)
  const told = mentions.flatMap(({ companyId, times, inTitle }): ArticleCompany[] => {
    const company = known.all.get(companyId)
    return company === undefined ? [] : [{ id: company.id, name: company.name, count: times, inTitle }]
  })
  // A company's own news is about it, whether it names itself or not.
  const companies = own === null ? told : [{ id: own.id, name: own.name, count: 1, inTitle: true }, ...told]
  return { id, sourceId, at: listedAt satisfies EpochMs, language, companies, terms: termsOf(kept), signature: kept.signature }
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
