import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import type { WatchableArticle } from '../store/cache/watchQueue.ts'
import type { KeptRule } from '../store/library/rules.ts'
import { judgeBy, type Judge } from './judge.ts'
import { keepCatches, type JudgedCatch } from './keepCatches.ts'
import { createCaughtTeller } from './tellCaught.ts'
import type { WatchParts } from './watchParts.ts'

/** Has rules judge what arrives, a slice at a time, between requests. */
export interface Watcher {
  /** To be called once, as the engine starts: what rules caught that the library does not know any more is judged anew, too. */
  begin(): Promise<void>
  /** Judges what waits, and answers when nothing does. At once where there are no rules. */
  caughtUp(): Promise<void>
  /** Rules came, went or changed: what these articles, by id, were caught by is judged anew. */
  rulesChanged(articleIds: readonly string[]): Promise<void>
  /** Companies are called otherwise than before. */
  companiesChanged(): void
  /** Tells the person what waits to be told: a refresh is over, or the quiet hours are others. */
  tell(): void
  stop(): void
}

/** A slice keeps the engine's thread about this long, in milliseconds. */
const SLICE_MS = 8
/** How many articles are kept together, in one durable step. */
const MOST_TOGETHER = 50
/** A change of rules that touches more than this is not waited for. */
const WAITED_FOR = 2_000

/** Makes a watcher that is at rest. */
export function createWatcher(parts: WatchParts): Watcher {
  const { store } = parts
  const teller = createCaughtTeller(parts)
  let judge: Judge | null = null
  let running: Promise<void> | null = null
  let isStopped = false

  /** Reads and judges articles until the time of a slice is over. */
  function judgeSome(): { readonly judged: JudgedCatch[]; readonly gone: number[] } {
    judge ??= judgeBy(store.rules.list(), store)
    const until = performance.now() + SLICE_MS
    const judged: JudgedCatch[] = []
    const gone: number[] = []
    for (const { article, isNews } of store.toWatch.next(MOST_TOGETHER)) {
      const read = store.toWatch.read(article)
      if (read === null) gone.push(article)
      else judged.push({ article: read, rules: caughtBy(read, judge), isNews })
      if (performance.now() > until) break
    }
    return { judged, gone }
  }

  function caughtBy(article: WatchableArticle, judge: Judge): KeptRule[] {
    return judge(article).flatMap((id) => store.rules.get(id) ?? [])
  }

  async function step(): Promise<void> {
    const { judged, gone } = judgeSome()
    const changed = await keepCatches(judged, parts)
    store.toWatch.done([...judged.map(({ article }) => article.article), ...gone])
    if (changed.length > 0) tellChanged(changed)
  }

  function tellChanged(articleIds: string[]): void {
    parts.tell({ name: 'articlesChanged', body: { articleIds } })
    parts.tell({ name: 'rulesChanged', body: {} })
    parts.tell({ name: 'sourcesChanged', body: { sourceIds: null } })
    parts.indexSoon()
  }

  async function run(): Promise<void> {
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      while (!isStopped && !store.toWatch.isEmpty()) {
        await step()
        await setImmediate()
      }
    } catch (fault) {
      parts.fault(fault)
    }
    running = null
    if (!isStopped && !parts.isRefreshing()) tellSafely()
  }

  function tellSafely(): void {
    try {
      teller.tell()
    } catch (fault) {
      parts.fault(fault)
    }
  }

  /** Without rules there is nothing to judge by, but what rules that are gone have left behind. */
  function isIdle(): boolean {
    if (store.isReadOnly || isStopped || store.toWatch.isEmpty()) return true
    if (store.rules.list().length > 0) return false
    store.toWatch.dropUncaught()
    return store.toWatch.isEmpty()
  }

  /** What comes while it judges is judged as well. */
  async function caughtUp(): Promise<void> {
    if (running === null && isIdle()) return
    await (running ??= run())
  }

  return {
    begin: async () => {
      if (!store.isReadOnly) store.toWatch.addOrphans(store.rules.list().map((rule) => rule.id))
      await caughtUp()
    },
    caughtUp,
    rulesChanged: async (articleIds) => {
      judge = null
      store.toWatch.addByIds(articleIds)
      parts.tell({ name: 'rulesChanged', body: {} })
      const done = caughtUp()
      if (articleIds.length <= WAITED_FOR) await done
      else void done.catch(parts.fault)
    },
    companiesChanged: () => {
      judge = null
    },
    tell: tellSafely,
    stop: () => {
      isStopped = true
      teller.stop()
    },
  }
}
