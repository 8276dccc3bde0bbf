import type { EngineEvent, EventName } from '../../shared/contract/events.ts'
import { SECOND, durationOf, type DurationMs } from '../../shared/time.ts'

/** An event of each name is sent at most this often; what comes in between is put together. */
const SENT_EVERY: DurationMs = durationOf(0.1, SECOND)
/** More ids than this are told as "many": null. */
const MOST_IDS = 200

/** Where the engine's rooms tell what changed, and whoever listens hears it. */
export interface EventStream {
  readonly tell: (event: EngineEvent) => void
  readonly subscribe: (listener: (event: EngineEvent) => void) => () => void
  /** Sends what waits at once, and then nothing more. */
  readonly close: () => void
}

/** Makes a stream without listeners. */
export function createEventStream(): EventStream {
  const listeners = new Set<(event: EngineEvent) => void>()
  const waiting = new Map<EventName, EngineEvent>()
  let timer: NodeJS.Timeout | null = null

  function send(): void {
    timer = null
    const events = [...waiting.values()]
    waiting.clear()
    for (const event of events) for (const listener of listeners) listener(event)
  }

  return {
    tell: (event) => {
      const before = waiting.get(event.name)
      waiting.set(event.name, before === undefined ? event : together(before, event))
      timer ??= setTimeout(send, SENT_EVERY)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: () => {
      if (timer !== null) clearTimeout(timer)
      send()
      listeners.clear()
    },
  }
}

/** Two events of one name as one: the ids of both, or the later one where it carries the state itself. */
function together(before: EngineEvent, after: EngineEvent): EngineEvent {
  if (before.name === 'articlesChanged' && after.name === 'articlesChanged') {
    return { name: after.name, body: { articleIds: joined(before.body.articleIds, after.body.articleIds) } }
  }
  if (before.name === 'watchCaught' && after.name === 'watchCaught') return toldTogether(before, after)
  if (isAboutSources(before) && isAboutSources(after)) {
    return { name: after.name, body: { sourceIds: joined(before.body.sourceIds, after.body.sourceIds) } }
  }
  return after
}

function toldTogether(before: CaughtEvent, after: CaughtEvent): CaughtEvent {
  const articleIds = joined(before.body.articleIds, after.body.articleIds)
  const count = articleIds?.length ?? before.body.count + after.body.count
  return { name: after.name, body: { articleIds, count, isSummary: before.body.isSummary || after.body.isSummary } }
}

type CaughtEvent = Extract<EngineEvent, { name: 'watchCaught' }>

function isAboutSources(event: EngineEvent): event is Extract<EngineEvent, { name: 'sourcesChanged' | 'articlesArrived' }> {
  return event.name === 'sourcesChanged' || event.name === 'articlesArrived'
}

function joined(one: readonly string[] | null, other: readonly string[] | null): string[] | null {
  if (one === null || other === null) return null
  const both = [...new Set([...one, ...other])]
  return both.length > MOST_IDS ? null : both
}
