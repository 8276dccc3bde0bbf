import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { judgeBy, type Judge } from './judge.ts'
import { keepCatches, type JudgedCatch } from './keepCatches.ts'
import { createCaughtTeller, type CaughtTeller } from './tellCaught.ts'
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
  return new RuleWatcher(parts)
}

class RuleWatcher implements Watcher {
  readonly #parts: WatchParts
  readonly #teller: CaughtTeller
  #judge: Judge | null = null
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(parts: WatchParts) {
    this.#parts = parts
    this.#teller = createCaughtTeller(parts)
  }

  async begin(): Promise<void> {
    const { store } = this.#parts
    if (!store.isReadOnly) store.toWatch.addOrphans(store.rules.list().map((rule) => rule.id))
    await this.caughtUp()
  }

  /** What comes while it judges is judged as well. */
  async caughtUp(): Promise<void> {
    if (this.#running === null && this.#isIdle()) return
    await (this.#running ??= this.#run())
  }

  async rulesChanged(articleIds: readonly string[]): Promise<void> {
    this.#judge = null
    this.#parts.store.toWatch.addByIds(articleIds)
    this.#parts.tell({ name: 'rulesChanged', body: {} })
    const done = this.caughtUp()
    if (articleIds.length <= WAITED_FOR) await done
    else void done.catch(this.#parts.fault)
  }

  companiesChanged(): void {
    this.#judge = null
  }

  tell(): void {
    try {
      this.#teller.tell()
    } catch (fault) {
      this.#parts.fault(fault)
    }
  }

  stop(): void {
    this.#isStopped = true
    this.#teller.stop()
  }

  /** Without rules there is nothing to judge by, but what rules that are gone have left behind. */
  #isIdle(): boolean {
    const { store } = this.#parts
    if (store.isReadOnly || this.#isStopped || store.toWatch.isEmpty()) return true
    if (store.rules.list().length > 0) return false
    store.toWatch.dropUncaught()
    return store.toWatch.isEmpty()
  }

  async #run(): Promise<void> {
    // A turn first, so that `running` is set before this can end.
    await setImmediate()
    try {
      while (!this.#isStopped && !this.#parts.store.toWatch.isEmpty()) {
        await this.#step()
        await setImmediate()
      }
    } catch (fault) {
      this.#parts.fault(fault)
    }
    this.#running = null
    if (!this.#isStopped && !this.#parts.isRefreshing()) this.tell()
  }

  async #step(): Promise<void> {
    const { judged, gone } = this.#judgeSome()
    const changed = await keepCatches(judged, this.#parts)
    this.#parts.store.toWatch.done([...judged.map(({ article }) => article.article), ...gone])
    if (changed.length > 0) tellChanged(changed, this.#parts)
  }

  /** Reads and judges articles until the time of a slice is over. */
  #judgeSome(): { readonly judged: JudgedCatch[]; readonly gone: number[] } {
    const { store } = this.#parts
    const judge = (this.#judge ??= judgeBy(store.rules.list(), store))
    const until = performance.now() + SLICE_MS
    const judged: JudgedCatch[] = []
    const gone: number[] = []
    for (const { article, isNews } of store.toWatch.next(MOST_TOGETHER)) {
      const read = store.toWatch.read(article)
      if (read === null) gone.push(article)
      else judged.push({ article: read, rules: judge(read).flatMap((id) => store.rules.get(id) ?? []), isNews })
      if (performance.now() > until) break
    }
    return { judged, gone }
  }
}

function tellChanged(articleIds: string[], { tell, indexSoon }: WatchParts): void {
  tell({ name: 'articlesChanged', body: { articleIds } })
  tell({ name: 'rulesChanged', body: {} })
  tell({ name: 'sourcesChanged', body: { sourceIds: null } })
  indexSoon()
}
