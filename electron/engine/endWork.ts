import { SECOND, durationOf, type DurationMs } from '../../shared/time.ts'
import type { Ground } from './ground.ts'
import type { Rooms } from './rooms.ts'
import { atMost } from './underWay.ts'

/** Closing waits this long for what is under way. What it cuts off is done again another time. */
const CLOSES_WITHIN: DurationMs = durationOf(2, SECOND)

/** Ends what an engine does, waits for what must not be cut off, and lets the profile go. */
export async function endWork(rooms: Rooms, ground: Ground): Promise<void> {
  rooms.schedule.stop()
  rooms.retention.stop()
  rooms.pictureCheck.stop()
  if (ground.options.finishesIndex) await finishAll(rooms)
  ground.stopper.abort()
  rooms.indexer.stop()
  rooms.watcher.stop()
  rooms.companies.stop()
  await atMost(CLOSES_WITHIN, lastEnds(rooms, ground))
  rooms.mirror?.stop()
  ground.events.close()
  ground.store.close()
}

/** One after the other: each leaves work to the next. */
async function finishAll({ refresher, undo, indexer, companies, upkeep }: Rooms): Promise<void> {
  await refresher.settled()
  await undo.finishAll()
  await indexer.settled()
  await companies.settled()
  await upkeep.settled()
}

async function lastEnds({ refresher, companies, upkeep, backup, mirror }: Rooms, { fetcher, workbench, underWay }: Ground): Promise<void> {
  await Promise.all([
    fetcher.close(),
    workbench.close(),
    refresher.settled(),
    companies.settled(),
    upkeep.settled(),
    backup.finish(),
    // What was asked for last is mirrored as well.
    underWay.settled().then(() => mirror?.finish()),
  ])
}
