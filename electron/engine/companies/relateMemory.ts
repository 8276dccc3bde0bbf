import type { ArticleCompany, RelatedSubject } from '../company/related/relatedArticles.ts'
import type { KeptMention } from '../store/cache/mentions.ts'
import type { ArticleTopic } from '../store/cache/topics.ts'
import type { Store } from '../store/store.ts'
import { termsOf, type KeptTopic } from './articleTopic.ts'
import type { KnownCompanies } from './knownCompanies.ts'

/** An article as it is compared, and its row. */
export interface RememberedSubject extends RelatedSubject {
  readonly article: number
}

/** What was read to relate articles, for as long as it stays true: articles that arrive together are compared with the same others. */
export interface RelateMemory {
  /** Those of these articles that have a topic and stand in lists. */
  subjects(articles: readonly number[], known: KnownCompanies): RememberedSubject[]
  /** In how many articles each of these keys stands. */
  spread(keys: Iterable<number>): { readonly articles: number; readonly articlesWith: ReadonlyMap<number, number> }
  /** To be called when articles, topics or companies are others than before. */
  clear(): void
}

const MOST_SUBJECTS = 2_000
const MOST_KEYS = 50_000

/** Makes an empty memory. */
export function createRelateMemory({ topics, mentions }: Pick<Store, 'topics' | 'mentions'>): RelateMemory {
  const subjects = new Map<number, RememberedSubject>()
  const articlesWith = new Map<number, number>()
  let articles: number | null = null

  function learn(missing: readonly number[], known: KnownCompanies): void {
    if (missing.length === 0) return
    if (subjects.size > MOST_SUBJECTS) subjects.clear()
    const told = mentions.of(missing)
    for (const topic of topics.of(missing)) subjects.set(topic.article, subjectOf(topic, told.get(topic.article) ?? [], known))
  }

  return {
    subjects: (asked, known) => {
      const missing = asked.filter((article) => !subjects.has(article))
      const before = asked.flatMap((article) => subjects.get(article) ?? [])
      learn(missing, known)
      return [...before, ...missing.flatMap((article) => subjects.get(article) ?? [])]
    },
    spread: (keys) => {
      if (articlesWith.size > MOST_KEYS) articlesWith.clear()
      const missing = [...new Set(keys)].filter((key) => !articlesWith.has(key))
      for (const [key, count] of missing.length === 0 ? [] : topics.spread(missing)) articlesWith.set(key, count)
      articles ??= topics.total()
      return { articles, articlesWith }
    },
    clear: () => {
      subjects.clear()
      articlesWith.clear()
      articles = null
    },
  }
}

function subjectOf(
  { article, id, sourceId, listedAt, language, topic }: ArticleTopic,
  mentions: readonly KeptMention[],
  known: KnownCompanies,
) {
  const kept = topic as KeptTopic
  const own = known.ownOf(sourceId)
  const told = mentions.flatMap(({ companyId, times, inTitle }): ArticleCompany[] => {
    const company = known.all.get(companyId)
    return company === undefined ? [] : [{ id: company.id, name: company.name, count: times, inTitle }]
  })
  // A company's own news is about it, whether it names itself or not.
  const companies = own === null ? told : [{ id: own.id, name: own.name, count: 1, inTitle: true }, ...told]
  return { article, id, sourceId, at: listedAt, language, companies, terms: termsOf(kept), signature: kept.signature }
}
