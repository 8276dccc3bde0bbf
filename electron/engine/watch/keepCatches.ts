import { DAY, between, durationOf, type DurationMs, type EpochMs } from '../../../shared/time.ts'
import type { ArticleCatch } from '../store/cache/catches.ts'
import type { WatchableArticle } from '../store/cache/watchQueue.ts'
import type { RuleCatch } from '../store/library/ruleCatches.ts'
import type { KeptRule } from '../store/library/rules.ts'
import type { WatchParts } from './watchParts.ts'

/** What was published longer ago is no news, whenever it arrives. */
export const NEWS_LASTS: DurationMs = durationOf(3, DAY)

/** An article with the rules that catch it. */
export interface JudgedCatch {
  readonly article: WatchableArticle
  readonly rules: readonly KeptRule[]
  /** Whether the person may be told of it. */
  readonly isNews: boolean
}

/**
 * Keeps what rules caught: counts each article once for each rule, marks or mutes it, and saves what is to be saved as soon as its text
 * is whole. Answers the ids of the articles that are now marked otherwise than before.
 */
export async function keepCatches(caught: readonly JudgedCatch[], parts: WatchParts): Promise<string[]> {
  const { store, now } = parts
  store.ruleCatches.note(
    caught.flatMap((one) => catchesOf(one, parts)),
    now(),
  )
  const changed = caught.filter(({ article, rules }) => store.catches.put(article.id, catchOf(rules)))
  for (const { article, rules } of caught) if (!article.isAwaitingPage) await saveCaught(article.id, rules, parts)
  return changed.map(({ article }) => article.id)
}

/** What the rules that caught an article mean for the lists. */
export function catchOf(rules: readonly KeptRule[]): ArticleCatch {
  return {
    ruleIds: rules.map((rule) => rule.id),
    isWatched: rules.some(watches),
    isMuted: rules.some(mutes),
  }
}

/** Whether a rule lists what it catches under *Watching*. */
export function watches({ actions }: Pick<KeptRule, 'actions'>): boolean {
  return actions.includes('notify') || actions.includes('mark')
}

/** Whether a rule takes what it catches out of the lists. */
export function mutes({ actions }: Pick<KeptRule, 'actions'>): boolean {
  return actions.includes('mute')
}

/** Saves an article for the rules that are to, each once: what a person gave up later stays given up. */
export async function saveCaught(articleId: string, rules: readonly KeptRule[], { store, save }: WatchParts): Promise<boolean> {
  let isSaved = false
  for (const rule of rules) {
    if (!rule.actions.includes('save') || store.ruleCatches.unkept(rule.id, [articleId]).size === 0) continue
    if (store.saved.isSaved([articleId]).size === 0) {
      await save(articleId, rule.name)
      isSaved = true
    }
    store.ruleCatches.setKept(rule.id, [articleId])
  }
  return isSaved
}

function catchesOf({ article, rules, isNews }: JudgedCatch, parts: WatchParts): RuleCatch[] {
  const isTold = isNews && !rules.some(mutes) && isFresh(article, parts)
  return rules.map((rule) => ({ ruleId: rule.id, articleId: article.id, isWaiting: isTold && rule.actions.includes('notify') }))
}

/** Whether an article is news: not what was there when its source was followed, and not published long ago. */
function isFresh({ sourceId, publishedAt, listedAt, firstSeenAt }: WatchableArticle, { store, now }: WatchParts): boolean {
  if (between(listedAt, now()) > NEWS_LASTS) return false
  const followedAt = store.sources.get(sourceId)?.addedAt ?? (Infinity as EpochMs)
  if (publishedAt !== null && publishedAt > followedAt) return true
  return firstSeenAt > (store.toWatch.firstSeenOf(sourceId) ?? followedAt)
}
