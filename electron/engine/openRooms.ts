import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { transferFolder } from '../transfer/transferFolder.ts'
import { companiesOf, indexerOf, retentionOf, upkeepOf, watchPartsOf } from './afterArrival.ts'
import { createAnswers } from './answers/createAnswers.ts'
import type { EngineParts } from './answers/engineParts.ts'
import { pictureFileOf } from './answers/pictureFile.ts'
import { tellArticles } from './answers/tellStored.ts'
import { createUndoRegister } from './answers/undo.ts'
import { openArrival } from './arrival.ts'
import { createDailyBackup, type DailyBackup } from './dailyBackup.ts'
import type { Ground } from './ground.ts'
import type { Indexer } from './indexer.ts'
import { savedFiles } from './media/savedFiles.ts'
import { openPictures, type Pictures } from './offline/openPictures.ts'
import type { RefreshParts } from './refresh/refreshParts.ts'
import { createRobots } from './refresh/robots.ts'
import type { FindRooms, Rooms } from './rooms.ts'
import { sampleSources } from './sample/sampleSources.ts'
import { forgetOldRestore } from './store/restore/restoreFolder.ts'
import { createWatcher } from './watch/watcher.ts'

/** Opens all rooms of an engine. None works before it is begun with, or asked. */
export function openRooms(ground: Ground): Rooms {
  let open: Rooms | null = null
  const rooms: FindRooms = () => {
    if (open === null) throw new Error('a room looked for another before all were open')
    return open
  }
  const indexer = indexerOf(ground, rooms)
  const backup = backupOf(ground)
  const mirror = ground.store.keepMirror(ground.faultDuring('writing the mirror'))
  const parts = partsOf(ground, indexer, rooms)
  open = { ...parts, answers: createAnswers(parts), indexer, backup, mirror }
  return open
}

function partsOf(ground: Ground, indexer: Indexer, rooms: FindRooms): EngineParts {
  const { options, settings, events } = ground
  const pictures = picturesOf(ground)
  const work = refreshPartsOf(ground, pictures, rooms)
  const saving = { ...work, savedFiles: savedFiles(mediaFolder(options), join(options.profile, 'saved-media')) }
  const arrival = openArrival(work, ground, rooms)
  const watch = watchPartsOf(ground, rooms)
  return {
    ...saving,
    ...arrival,
    companies: companiesOf(work, ground, rooms),
    watch,
    watcher: createWatcher(watch),
    upkeep: upkeepOf(saving, ground, rooms),
    pictureCheck: pictures.check,
    pictureRoom: pictures.room,
    retention: retentionOf(ground),
    settings,
    transfers: transferFolder(options.profile),
    pictureFile: pictureFileOf(options.profile),
    profile: options.profile,
    reopen: options.reopen,
    sampleSources,
    undo: createUndoRegister(options.now),
    version: options.version,
    tell: events.tell,
    indexSoon: indexer.soon,
    refreshSoon: arrival.schedule.look,
  }
}

function refreshPartsOf(ground: Ground, pictures: Pictures, rooms: FindRooms): RefreshParts {
  const { options, store, fetcher, workbench, userAgent, settings, stopper } = ground
  return {
    store,
    fetcher,
    workbench,
    now: options.now,
    chance: options.chance ?? Math.random,
    pictures: pictures.keeper,
    robots: createRobots(fetcher, userAgent, options.now),
    heldBackBy: () => rooms().heldBack.by(),
    checkEvery: () => settings.get().checkEvery,
    wait: (time) => sleep(time, undefined, { signal: stopper.signal }).catch(() => undefined),
    stop: stopper.signal,
  }
}

function picturesOf({ options, store, fetcher, settings, stopper, events, faultDuring }: Ground): Pictures {
  return openPictures(mediaFolder(options), fetcher, {
    store,
    now: options.now,
    budget: () => settings.get().pictureBudget,
    stop: stopper.signal,
    changed: (ids) => tellArticles(ids, events),
    letGo: () => events.tell({ name: 'offlineChanged', body: {} }),
    fault: faultDuring('looking after pictures'),
  })
}

function mediaFolder({ profile }: Ground['options']): string {
  return join(profile, 'media')
}

function backupOf({ options, store, clock, faultDuring }: Ground): DailyBackup {
  return createDailyBackup({
    store,
    alsoDaily: () => {
      if (!store.isReadOnly && clock.isBelieved()) forgetOldRestore(options.profile, options.now())
    },
    fault: faultDuring('copying the library'),
  })
}
