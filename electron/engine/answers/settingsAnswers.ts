import { ok } from '../../../shared/result.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { rescheduleAgain } from './rescheduleAgain.ts'

/** Answers about settings and the state of the whole. */
export function settingsAnswers(
  parts: EngineParts,
): Pick<Answers, 'getSettings' | 'changeSettings' | 'getStatus' | 'reportCondition' | 'startEngine' | 'checkProfile'> {
  const { settings, store, tell, schedule } = parts
  return {
    getSettings: () => ok({ settings: settings.get() }),
    changeSettings: ({ change }) => {
      const before = settings.get().checkEvery
      const changed = settings.change(change)
      if (changed.checkEvery !== before) rescheduleAgain(ownPaceless(parts), parts)
      if ('fetchesOnMetered' in change) parts.heldBack.changed()
      if ('pictureBudget' in change) void parts.pictureRoom.make(0)
      if ('pausedUntil' in change) schedule.look()
      if ('quietHours' in change || 'notifies' in change) parts.watcher.tell()
      tell({ name: 'settingsChanged', body: {} })
      return ok({ settings: changed })
    },
    getStatus: () =>
      ok({
        version: parts.version,
        refresh: parts.refresher.state(),
        connection: parts.isOffline() ? 'offline' : 'online',
        heldBackBy: parts.heldBack.by(),
        lastRefreshAt: store.schedule.lastCheckedAt(),
        getting: parts.ready.state(),
        toIndex: store.search.waiting(),
        isReadOnly: store.isReadOnly,
        notices: [...store.notices],
      }),
    reportCondition: ({ condition }) => {
      schedule.report(condition)
      parts.heldBack.report(condition)
      tell({ name: 'statusChanged', body: {} })
      return ok({})
    },
    // Whoever can answer this runs.
    startEngine: () => ok({}),
    checkProfile: () => {
      const problems = store.check()
      return ok({ ok: problems.length === 0, problems })
    },
  }
}

/** The sources that go by the pace for all. */
function ownPaceless({ store }: EngineParts): string[] {
  return store.sources.list().flatMap((source) => (source.checkEvery === null ? [source.id] : []))
}
