import { retentionPolicyOf } from './answers/retentionPolicyOf.ts'
import { tellArticles } from './answers/tellStored.ts'
import { openCompanies, type Companies } from './companies/companies.ts'
import type { Ground } from './ground.ts'
import { createIndexer, type Indexer } from './indexer.ts'
import type { RefreshParts } from './refresh/refreshParts.ts'
import { createRetentionRuns, type RetentionRuns } from './retention/retentionRuns.ts'
import type { FindRooms } from './rooms.ts'
import type { SavingParts } from './saving/savingParts.ts'
import { createUpkeep, type Upkeep } from './saving/upkeep.ts'
import type { WatchParts } from './watch/watchParts.ts'

/** Has search catch up with what is stored. */
export function indexerOf({ store, events, faultDuring }: Ground, rooms: FindRooms): Indexer {
  return createIndexer(store.search, {
    done: () => {
      events.tell({ name: 'statusChanged', body: {} })
      rooms().companies.relateSoon()
    },
    fault: faultDuring('indexing'),
  })
}

/** Joins sources to companies, and articles to those they tell of. */
export function companiesOf(work: RefreshParts, { events, faultDuring }: Ground, rooms: FindRooms): Companies {
  return openCompanies(work, {
    changed: () => {
      rooms().watcher.companiesChanged()
      events.tell({ name: 'companiesChanged', body: {} })
    },
    isIndexing: () => rooms().indexer.isBusy(),
    // Sites are read for their contact as pages are: not on a metered network.
    isOffline: () => rooms().isOffline() || work.heldBackBy() !== null,
    fault: faultDuring('reading companies'),
  })
}

/** What has rules judge the news that came. */
export function watchPartsOf({ store, options, settings, events, faultDuring }: Ground, rooms: FindRooms): WatchParts {
  return {
    store,
    now: options.now,
    settings: () => settings.get(),
    tell: events.tell,
    mayTell: options.tellsCaught ?? true,
    save: async (id, tag) => void (await rooms().answers.saveArticle({ id, tags: [tag] })),
    indexSoon: () => rooms().indexSoon(),
    isRefreshing: () => rooms().refresher.state().isRunning,
    fault: faultDuring('watching'),
  }
}

/** Gets what saved items lack. */
export function upkeepOf(saving: SavingParts, { events, faultDuring }: Ground, rooms: FindRooms): Upkeep {
  return createUpkeep({
    ...saving,
    isOffline: () => rooms().isOffline(),
    changed: (ids) => {
      events.tell({ name: 'savedChanged', body: {} })
      tellArticles(ids, events)
    },
    fault: faultDuring('getting what saved items lack'),
  })
}

/** Lets old articles go. */
export function retentionOf({ store, options, settings, clock, stopper, events, faultDuring }: Ground): RetentionRuns {
  return createRetentionRuns({
    store,
    policy: () => retentionPolicyOf(settings.get()),
    clock,
    now: options.now,
    stop: stopper.signal,
    gone: () => events.tell({ name: 'articlesGone', body: {} }),
    fault: faultDuring('letting old articles go'),
  })
}
