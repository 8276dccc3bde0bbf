import type { EventName } from '../../shared/contract/events.ts'
import type { Gate } from '../gate/gate.ts'

/** How many articles are unread: those of today, and all. */
export interface UnreadCounts {
  readonly today: number
  readonly all: number
}

const SETTLES = 400
const changing: ReadonlySet<EventName> = new Set(['sourcesChanged', 'articlesArrived', 'articlesChanged', 'articlesGone', 'rulesChanged'])

/** Counts what is unread, now and after it may have changed. */
export function followUnread(gate: Gate, tell: (counts: UnreadCounts) => void): void {
  let timer: NodeJS.Timeout | null = null
  const count = async (): Promise<void> => {
    const [all, today] = await Promise.all([
      gate.answer('listSources', {}),
      gate.answer('listArticles', { scope: { view: 'today', only: 'unread' }, limit: 1 }),
    ])
    if (!all.ok || !today.ok || !('sources' in all.value) || !('total' in today.value) || !Array.isArray(all.value.sources)) return
    tell({ all: all.value.sources.reduce((sum, source) => sum + source.unread, 0), today: today.value.total ?? 0 })
  }
  gate.subscribe((event) => {
    if (!changing.has(event.name) || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      void count()
    }, SETTLES)
  })
  void count()
}
