import type { EngineParts } from './answers/engineParts.ts'
import { storingListener } from './answers/tellStored.ts'
import type { Ground } from './ground.ts'
import { createReadyRun } from './offline/readyRun.ts'
import type { StoredDocument } from './refresh/completeArticles.ts'
import { createHeldBack, type HeldBack } from './refresh/heldBack.ts'
import { isProbablyOffline } from './refresh/probablyOffline.ts'
import { createRefresher, type Refresher } from './refresh/refresher.ts'
import type { RefreshParts } from './refresh/refreshParts.ts'
import { createSchedule, type Schedule } from './refresh/schedule.ts'
import type { FindRooms } from './rooms.ts'

/** How news comes in: who asks sources, when, and whether anything answers. */
export type Arrival = Pick<EngineParts, 'refresher' | 'schedule' | 'heldBack' | 'ready' | 'isOffline'>

/** Opens what brings news in; nothing is asked yet. */
export function openArrival(work: RefreshParts, ground: Ground, rooms: FindRooms): Arrival {
  const { tell } = ground.events
  const storing = storingListener({ tell, indexSoon: () => rooms().indexSoon(), caughtUp: () => rooms().watcher.caughtUp() })
  let nothingAnswers = false
  const refresher = createRefresher(work, {
    ...storing,
    progress: (body) => tell({ name: 'refreshProgress', body }),
    asked: (sourceId) => tell({ name: 'sourcesChanged', body: { sourceIds: [sourceId] } }),
    finished: (outcomes) => {
      if (outcomes.length > 0) nothingAnswers = isProbablyOffline(outcomes)
      finishRefresh(ground, rooms)
    },
    fault: ground.faultDuring('refreshing a source'),
  })
  const schedule = scheduleOf(refresher, work, ground)
  const ready = createReadyRun(work, { progress: (body) => tell({ name: 'readyProgress', body }), completed: storing.completed })
  return {
    refresher,
    schedule,
    heldBack: heldBackOf({ refresher, schedule }, ground, rooms),
    ready,
    isOffline: () => nothingAnswers || schedule.isOffline(),
  }
}

/** Has the other rooms see to what a refresh brought. */
function finishRefresh({ events, underWay, faultDuring }: Ground, rooms: FindRooms): void {
  const { watcher, companies, upkeep, undo } = rooms()
  events.tell({ name: 'statusChanged', body: {} })
  watcher.tell()
  companies.soon()
  upkeep.soon()
  void underWay.add(undo.expire().catch(faultDuring('finishing what can be undone no more')))
}

function scheduleOf(refresher: Refresher, { store, now, chance }: RefreshParts, { settings, fetcher, faultDuring }: Ground): Schedule {
  return createSchedule({
    store,
    now,
    chance,
    refreshDue: (due) => refresher.refresh(due),
    isPaused: () => (settings.get().pausedUntil ?? now()) > now(),
    isBeingAsked: (sourceId) => refresher.isBeingAsked(sourceId),
    onAwake: () => fetcher.resetConnections(),
    fault: faultDuring('looking for sources that are due'),
  })
}

function heldBackOf({ refresher, schedule }: Pick<Arrival, 'refresher' | 'schedule'>, ground: Ground, rooms: FindRooms): HeldBack {
  const { store, settings } = ground
  return createHeldBack({
    isOffline: schedule.isOffline,
    fetchesOnMetered: () => settings.get().fetchesOnMetered,
    released: () => {
      store.pictures.forgetSilences()
      for (const sourceId of store.articles.sourcesWaiting()) refresher.complete(nothingNew(sourceId))
      rooms().companies.soon()
    },
  })
}

/** What a source left for later, with no new document. */
function nothingNew(sourceId: string): StoredDocument {
  return { outcome: { sourceId, added: [], updated: [], failure: null }, wantPage: [] }
}
