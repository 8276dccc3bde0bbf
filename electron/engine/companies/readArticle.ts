import type { Store } from '../store/store.ts'
import type { KeptMention } from '../store/cache/mentions.ts'
import type { ReadableArticle } from '../store/cache/relateQueue.ts'
import { topicOf } from './articleTopic.ts'
import type { KnownCompanies } from './knownCompanies.ts'

/** News is shorter; a book in a feed should not hold up the rest. */
const LONGEST_TEXT = 200_000

/** Finds out which companies an article tells of, and what it is about. True where its mentions are others than before. */
export function readArticle(article: number, known: KnownCompanies, store: Pick<Store, 'toRelate' | 'mentions' | 'topics'>): boolean {
  const readable = store.toRelate.read(article)
  if (readable === null) return false
  store.topics.put(article, topicOf(readable))
  return store.mentions.put(article, mentionsIn(readable, known))
}

/** Which companies an article tells of; of its own company every article does. */
export function mentionsIn({ text, title, sourceId }: ReadableArticle, known: KnownCompanies): KeptMention[] {
  const own = known.ownOf(sourceId)?.id
  const found = known.finder.find(text.slice(0, LONGEST_TEXT), title).filter((mention) => mention.companyId !== own)
  return found.map(({ companyId, count, inTitle }) => ({ companyId, times: count, inTitle }))
}
