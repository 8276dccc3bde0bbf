import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { requests, type RequestName } from '../../shared/contract/requests.ts'
import { edition } from '../../shared/edition.ts'
import type { Engine, SpokenFailure } from '../../shared/engine.ts'
import { failureSentence } from '../../shared/failureSentence.ts'
import type { Failure } from '../../shared/failures.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { SECOND, durationOf, systemClock, type Clock, type DurationMs, type EpochMs } from '../../shared/time.ts'
import { transferFolder } from '../transfer/transferFolder.ts'
import { createAnswers } from './answers/createAnswers.ts'
import type { EngineParts } from './answers/engineParts.ts'
import { keepSettings } from './answers/keptSettings.ts'
import { purgeArticles } from './answers/moveArticles.ts'
import { pictureFileOf } from './answers/pictureFile.ts'
import { retentionPolicyOf } from './answers/retentionPolicyOf.ts'
import { storingListener, tellArticles } from './answers/tellStored.ts'
import { createUndoRegister } from './answers/undo.ts'
import { createEventStream } from './eventStream.ts'
import { openCompanies } from './companies/companies.ts'
import { createDailyBackup } from './dailyBackup.ts'
import { createFetcher } from './fetch/createFetcher.ts'
import type { FetchLimits } from './fetch/limits.ts'
import { createIndexer } from './indexer.ts'
import { savedFiles } from './media/savedFiles.ts'
import { openPictures } from './offline/openPictures.ts'
import { createReadyRun } from './offline/readyRun.ts'
import { createHeldBack } from './refresh/heldBack.ts'
import { isProbablyOffline } from './refresh/probablyOffline.ts'
import type { StoredDocument } from './refresh/completeArticles.ts'
import { createRefresher } from './refresh/refresher.ts'
import type { RefreshParts } from './refresh/refreshParts.ts'
import { createRobots } from './refresh/robots.ts'
import { createSchedule } from './refresh/schedule.ts'
import { createClockTrust, type ClockTrust } from './retention/clockTrust.ts'
import { createRetentionRuns } from './retention/retentionRuns.ts'
import { agreeOnPictures } from './saving/savedMedia.ts'
import { createUpkeep } from './saving/upkeep.ts'
import { createSample } from './sample/createSample.ts'
import { sampleSources } from './sample/sampleSources.ts'
import { forgetOldRestore } from './store/restore/restoreFolder.ts'
import { openStore, storeFailure, type Store } from './store/store.ts'
import { openReopening } from './reopeningEngine.ts'
import { atMost, createUnderWay } from './underWay.ts'
import { createWatcher } from './watch/watcher.ts'
import type { WatchParts } from './watch/watchParts.ts'
import { openWorkbench } from './workbench/bench.ts'

/** How an engine is made. */
export interface EngineOptions {
  /** The folder where everything is kept; made where it is missing. */
  readonly profile: string
  readonly version: string
  /** Lets sources on this computer and private networks through. */
  readonly mayUsePrivate?: boolean
  /** Follows the sample edition at the start. */
  readonly isSample?: boolean
  /** False where nobody waits for news by themselves, as on the command line. */
  readonly isScheduled?: boolean
  /** Has `close` wait until pages and pictures are fetched and search finds everything that was stored. */
  readonly finishesIndex?: boolean
  /** False where nobody can be told of what rules caught, as on the command line: it waits for the next start. */
  readonly tellsCaught?: boolean
  /** Other bounds on what an answer may cost, for tests. */
  readonly fetchLimits?: Partial<FetchLimits>
  readonly now?: Clock
  readonly chance?: () => number
  /** Milliseconds that passed in this run, whatever the clock does. */
  readonly elapsed?: () => number
  /** Where our own faults are written down. */
  readonly log?: (during: string, fault: unknown) => void
}

/** Opens a profile and puts the engine to work on it. Fails where the profile cannot be used; nothing in it is changed then. */
export function createEngine(options: EngineOptions): Promise<Result<Engine, SpokenFailure>> {
  const fault = (fault: unknown): void => options.log?.('opening the profile again', fault)
  // The sample edition is followed once: a library that was restored need not have it.
  return openReopening((reopen, isAgain) => openEngine({ ...options, isSample: options.isSample === true && !isAgain }, reopen), fault)
}

async function openEngine(options: EngineOptions, reopen: () => void): Promise<Result<Engine, SpokenFailure>> {
  const now = options.now ?? systemClock
  const store = openStore({ profile: options.profile, now })
  if (!store.ok) return failed(spoken(store.failure))
  try {
    return ok(await startEngine(store.value, { ...options, now, reopen }))
  } catch (fault) {
    store.value.close()
    throw fault
  }
}

/** Closing waits this long for what is under way. What it cuts off is done again another time. */
const CLOSES_WITHIN: DurationMs = durationOf(2, SECOND)

async function startEngine(store: Store, options: EngineOptions & { readonly now: Clock; readonly reopen: () => void }): Promise<Engine> {
  const { now, chance = Math.random, log = () => undefined } = options
  const events = createEventStream()
  const settings = keepSettings(store)
  const transfers = transferFolder(options.profile)
  const userAgent = `${edition.productName}/${options.version} (+${edition.site})`
  const clock = clockOf(store, now, options.elapsed ?? (() => performance.now()))
  const fetcher = createFetcher({
    userAgent,
    mayUsePrivate: options.mayUsePrivate ?? false,
    now,
    heardTime: (saidAt) => clock.hear(saidAt),
    ...(options.fetchLimits === undefined ? {} : { limits: options.fetchLimits }),
    sample: createSample(sampleFolder(), startOfSample(store, now)),
  })
  const workbench = openWorkbench()
  const indexer = createIndexer(store.search, {
    done: () => {
      events.tell({ name: 'statusChanged', body: {} })
      companies.relateSoon()
    },
    fault: (fault) => log('indexing', fault),
  })
  const mirror = store.keepMirror((fault) => log('writing the mirror', fault))
  const backup = createDailyBackup({
    store,
    alsoDaily: () => {
      if (!store.isReadOnly && clock.isBelieved()) forgetOldRestore(options.profile, now())
    },
    fault: (fault) => log('copying the library', fault),
  })
  const underWay = createUnderWay()
  const stopper = new AbortController()
  const pictures = openPictures(join(options.profile, 'media'), fetcher, {
    store,
    now,
    budget: () => settings.get().pictureBudget,
    stop: stopper.signal,
    changed: (ids) => tellArticles(ids, events),
    letGo: () => events.tell({ name: 'offlineChanged', body: {} }),
    fault: (fault) => log('looking after pictures', fault),
  })
  const work: RefreshParts = {
    store,
    fetcher,
    workbench,
    now,
    chance,
    pictures: pictures.keeper,
    robots: createRobots(fetcher, userAgent, now),
    heldBackBy: () => heldBack.by(),
    checkEvery: () => settings.get().checkEvery,
    wait: (time) => sleep(time, undefined, { signal: stopper.signal }).catch(() => undefined),
    stop: stopper.signal,
  }
  let nothingAnswers = false
  const companies = openCompanies(work, {
    changed: () => {
      watcher.companiesChanged()
      events.tell({ name: 'companiesChanged', body: {} })
    },
    isIndexing: () => indexer.isBusy(),
    // Sites are read for their contact as pages are: not on a metered network.
    isOffline: () => nothingAnswers || heldBack.by() !== null,
    fault: (fault) => log('reading companies', fault),
  })

  const watch: WatchParts = {
    store,
    now,
    settings: () => settings.get(),
    tell: events.tell,
    mayTell: options.tellsCaught ?? true,
    save: async (id, tag) => void (await answers.saveArticle({ id, tags: [tag] })),
    indexSoon: indexer.soon,
    isRefreshing: () => refresher.state().isRunning,
    fault: (fault) => log('watching', fault),
  }
  const watcher = createWatcher(watch)

  const listener = storingListener({ tell: events.tell, indexSoon: indexer.soon, caughtUp: () => watcher.caughtUp() })
  const refresher = createRefresher(work, {
    progress: (body) => events.tell({ name: 'refreshProgress', body }),
    ...listener,
    asked: (sourceId) => events.tell({ name: 'sourcesChanged', body: { sourceIds: [sourceId] } }),
    finished: (outcomes) => {
      if (outcomes.length > 0) nothingAnswers = isProbablyOffline(outcomes)
      events.tell({ name: 'statusChanged', body: {} })
      watcher.tell()
      companies.soon()
      upkeep.soon()
      void underWay.add(parts.undo.expire().catch((fault: unknown) => log('finishing what can be undone no more', fault)))
    },
    fault: (fault) => log('refreshing a source', fault),
  })
  const schedule = createSchedule({
    store,
    now,
    chance,
    refreshDue: (due) => refresher.refresh(due),
    isPaused: () => (settings.get().pausedUntil ?? now()) > now(),
    isBeingAsked: (sourceId) => refresher.isBeingAsked(sourceId),
    onAwake: () => fetcher.resetConnections(),
    fault: (fault) => log('looking for sources that are due', fault),
  })
  const heldBack = createHeldBack({
    isOffline: schedule.isOffline,
    fetchesOnMetered: () => settings.get().fetchesOnMetered,
    released: () => {
      store.pictures.forgetSilences()
      for (const sourceId of store.articles.sourcesWaiting()) refresher.complete(nothingNew(sourceId))
      companies.soon()
    },
  })
  const ready = createReadyRun(work, {
    progress: (body) => events.tell({ name: 'readyProgress', body }),
    completed: listener.completed,
  })
  const retention = createRetentionRuns({
    store,
    policy: () => retentionPolicyOf(settings.get()),
    clock,
    now,
    stop: stopper.signal,
    gone: () => events.tell({ name: 'articlesGone', body: {} }),
    fault: (fault) => log('letting old articles go', fault),
  })
  const saving = { ...work, savedFiles: savedFiles(join(options.profile, 'media'), join(options.profile, 'saved-media')) }
  const upkeep = createUpkeep({
    ...saving,
    isOffline: () => nothingAnswers || schedule.isOffline(),
    changed: (ids) => {
      events.tell({ name: 'savedChanged', body: {} })
      tellArticles(ids, events)
    },
    fault: (fault) => log('getting what saved items lack', fault),
  })
  const parts: EngineParts = {
    ...saving,
    upkeep,
    refresher,
    companies,
    watcher,
    watch,
    schedule,
    heldBack,
    pictureCheck: pictures.check,
    pictureRoom: pictures.room,
    ready,
    retention,
    settings,
    transfers,
    pictureFile: pictureFileOf(options.profile),
    profile: options.profile,
    reopen: options.reopen,
    sampleSources,
    undo: createUndoRegister(now),
    version: options.version,
    tell: events.tell,
    isOffline: () => nothingAnswers || schedule.isOffline(),
    indexSoon: indexer.soon,
    refreshSoon: schedule.look,
  }
  const answers = createAnswers(parts)

  async function answered(request: RequestName, input: unknown): Promise<unknown> {
    try {
      const answer = answers[request] as (input: unknown) => Promise<Result<unknown, Failure>> | Result<unknown, Failure>
      const given = await answer(requests[request].input.parse(input))
      return given.ok ? given : failed(spoken(given.failure))
    } catch (fault) {
      const failure = storeFailure(fault)
      if (failure !== null) return failed(spoken(failure))
      if (stopper.signal.aborted) return failed(spoken({ kind: 'engine-stopped' }))
      throw fault
    }
  }

  let closing: Promise<void> | null = null

  function call(request: RequestName, input: unknown): Promise<unknown> {
    if (closing !== null) return Promise.resolve(failed(spoken({ kind: 'engine-stopped' })))
    return underWay.add(answered(request, input))
  }

  async function close(): Promise<void> {
    schedule.stop()
    retention.stop()
    pictures.check.stop()
    if (options.finishesIndex) {
      await refresher.settled()
      await parts.undo.finishAll()
      await indexer.settled()
      await companies.settled()
      await upkeep.settled()
    }
    stopper.abort()
    indexer.stop()
    watcher.stop()
    companies.stop()
    const ends = [
      fetcher.close(),
      workbench.close(),
      refresher.settled(),
      underWay.settled(),
      companies.settled(),
      upkeep.settled(),
      backup.finish(),
    ]
    await atMost(CLOSES_WITHIN, Promise.all([...ends, underWay.settled().then(() => mirror?.finish())]))
    mirror?.stop()
    events.close()
    store.close()
  }

  if (!store.isReadOnly) {
    // Nobody waits any more for what an earlier run had ready.
    await transfers.sweep().catch((fault: unknown) => log('sweeping the files on their way', fault))
    await saving.savedFiles.sweep().catch((fault: unknown) => log('sweeping what saving left', fault))
    void underWay.add(forgetUnfollowed(parts).catch((fault: unknown) => log('forgetting unfollowed sources', fault)))
    if (options.isSample) await answers.addSample({})
    if (options.isScheduled ?? true) schedule.start()
    if (options.isScheduled ?? true) backup.start()
    if (options.isScheduled ?? true) retention.start()
    if (options.isScheduled ?? true) pictures.check.start()
    void underWay.add(agreeOnPictures(saving).catch((fault: unknown) => log('looking over saved pictures', fault)))
    indexer.soon()
    void underWay.add(watcher.begin())
    if (options.isScheduled ?? true) companies.soon()
    if (options.isScheduled ?? true) upkeep.soon()
  }
  return { call: call as Engine['call'], subscribe: events.subscribe, close: () => (closing ??= close()) }
}

/** Articles of sources that are followed no more: those of an undo that was lost, or of a library that was restored. */
async function forgetUnfollowed(parts: EngineParts): Promise<void> {
  const { store } = parts
  store.sources.purgeRemoved()
  store.rules.purgeRemoved()
  store.companies.forgetUnneeded()
  const followed = new Set(store.sources.list().map((source) => source.id))
  for (const id of store.articles.sourceIds()) if (!followed.has(id)) await purgeArticles(id, parts)
}

/** What a source left for later, with no new document. */
function nothingNew(sourceId: string): StoredDocument {
  return { outcome: { sourceId, added: [], updated: [], failure: null }, wantPage: [] }
}

/** The sample edition beside the sources, or beside the bundle. */
function sampleFolder(): string {
  const isSource = import.meta.url.endsWith('.ts')
  return fileURLToPath(new URL(isSource ? '../../build/sample' : '../sample', import.meta.url))
}

/** The day that the sample edition counts its dates from: fixed once for a profile, so that it is the same at every poll. */
function startOfSample(store: Store, now: Clock): EpochMs {
  const kept = store.settings.read()['sampleSince']
  if (typeof kept === 'number') return kept as EpochMs
  const since = now()
  if (!store.isReadOnly) store.settings.write('sampleSince', since)
  return since
}

/** The clock, and what was last believed of it, kept with the settings. */
function clockOf(store: Store, now: Clock, elapsed: () => number): ClockTrust {
  const read = (): EpochMs | null => {
    const kept = store.settings.read()['clockBelievedAt']
    return typeof kept === 'number' ? (kept as EpochMs) : null
  }
  return createClockTrust({ now, elapsed, lastBelieved: { read, write: (at) => store.settings.write('clockBelievedAt', at) } })
}

function spoken(failure: Failure): SpokenFailure {
  return { ...failure, sentence: failureSentence(failure) }
}
