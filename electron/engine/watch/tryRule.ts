import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { EpochMs } from '../../../shared/time.ts'
import type { WatchableArticle } from '../store/cache/watchQueue.ts'
import type { KeptRule } from '../store/library/rules.ts'
import { judgeBy, rulesWith, type Judge } from './judge.ts'
import { catchOf, saveCaught } from './keepCatches.ts'
import type { CatchingRule } from './matching/compileRules.ts'
import type { WatchParts } from './watchParts.ts'

/** A slice keeps the engine's thread about this long, in milliseconds. */
const SLICE_MS = 8
/** How many articles are read at once. */
const READ_TOGETHER = 20
/** How many articles are kept together, in one durable step. */
const KEPT_TOGETHER = 200

/** Of which articles a rule is tried, and how far. */
export interface Trial {
  readonly rule: CatchingRule
  readonly limit: number
  readonly after: string | null
}

/** What a trial found. `next`: where the next one begins. */
export interface TrialFound {
  readonly looked: number
  readonly caught: readonly { readonly id: string; readonly listedAt: EpochMs }[]
  readonly next: string | null
}

/** Looks what a rule would catch of what is stored, newest first; the rules above it may stop what it would catch. */
export async function tryRule({ rule, limit, after }: Trial, { store }: Pick<WatchParts, 'store'>): Promise<TrialFound> {
  const judge = judgeBy(rulesWith({ ...rule, isEnabled: true }, store.rules.list()), store)
  const caught: { id: string; listedAt: EpochMs }[] = []
  let looked = 0
  let next = after
  let until = performance.now() + SLICE_MS
  do {
    const part = store.toWatch.part(Math.min(READ_TOGETHER, limit - looked), next)
    looked += part.articles.length
    for (const article of part.articles) if (judge(article).includes(rule.id)) caught.push({ id: article.id, listedAt: article.listedAt })
    next = part.next
    if (performance.now() < until) continue
    await setImmediate()
    until = performance.now() + SLICE_MS
  } while (next !== null && looked < limit)
  return { looked, caught, next }
}

/** What applying a rule did, to be taken back. */
export interface Applied {
  /** Articles that the rule did not have before. */
  readonly articleIds: readonly string[]
  /** Of these, the ones that it never caught before. */
  readonly newIds: readonly string[]
  readonly savedIds: readonly string[]
}

/** Has a rule catch what is stored, as if it arrived now; nobody is notified. Ends early where the engine closes. */
export async function applyToStored(rule: KeptRule, parts: WatchParts, isOver: () => boolean): Promise<Applied> {
  const { store } = parts
  const judge = judgeBy(store.rules.list(), store)
  const applied = { articleIds: [] as string[], newIds: [] as string[], savedIds: [] as string[] }
  let next: string | null = null
  do {
    const part = store.toWatch.part(KEPT_TOGETHER, next)
    const caught = await caughtOf(part.articles, rule, judge)
    const fresh = store.ruleCatches.note(
      caught.map(({ id }) => ({ ruleId: rule.id, articleId: id, isWaiting: false })),
      parts.now(),
    )
    applied.newIds.push(...fresh.map(({ articleId }) => articleId))
    for (const article of caught) {
      if (addCatch(article, rule, parts)) applied.articleIds.push(article.id)
      if (!article.isAwaitingPage && (await saveCaught(article.id, [rule], parts))) applied.savedIds.push(article.id)
    }
    next = part.next
    await setImmediate()
  } while (next !== null && !isOver())
  return applied
}

/** Takes back what applying a rule did. */
export function takeBackApplied(rule: KeptRule, { articleIds, newIds, savedIds }: Applied, { store }: Pick<WatchParts, 'store'>): void {
  for (const id of savedIds) store.saved.unsave(id)
  store.ruleCatches.forget(rule.id, newIds)
  const before = store.catches.of(articleIds)
  for (const id of articleIds) {
    const left = new Set((before.get(id) ?? []).filter((one) => one !== rule.id))
    store.catches.put(id, catchOf(store.rules.list().filter((one) => left.has(one.id))))
  }
}

async function caughtOf(articles: readonly WatchableArticle[], rule: KeptRule, judge: Judge): Promise<WatchableArticle[]> {
  const caught: WatchableArticle[] = []
  let until = performance.now() + SLICE_MS
  for (const article of articles) {
    if (judge(article).includes(rule.id)) caught.push(article)
    if (performance.now() < until) continue
    await setImmediate()
    until = performance.now() + SLICE_MS
  }
  return caught
}

/** Puts a rule beside those that caught an article before; false where it was there. */
function addCatch({ id }: WatchableArticle, rule: KeptRule, { store }: WatchParts): boolean {
  const before = store.catches.of([id]).get(id) ?? []
  const ruleIds = new Set([...before, rule.id])
  const isAdded = !before.includes(rule.id)
  store.catches.put(id, catchOf(store.rules.list().filter((one) => ruleIds.has(one.id))))
  return isAdded
}
