import { purgeArticles } from './answers/moveArticles.ts'
import type { Ground } from './ground.ts'
import type { Rooms } from './rooms.ts'
import { agreeOnPictures } from './saving/savedMedia.ts'

/** Tidies up what an earlier run left, and begins with what an engine does by itself. A profile that is only read is left as it is. */
export async function beginWork(rooms: Rooms, ground: Ground): Promise<void> {
  const { options, store, underWay, faultDuring } = ground
  if (store.isReadOnly) return
  // Nobody waits any more for what an earlier run had ready.
  await rooms.transfers.sweep().catch(faultDuring('sweeping the files on their way'))
  await rooms.savedFiles.sweep().catch(faultDuring('sweeping what saving left'))
  void underWay.add(forgetUnfollowed(rooms).catch(faultDuring('forgetting unfollowed sources')))
  if (options.isSample) await rooms.answers.addSample({})
  const isScheduled = options.isScheduled ?? true
  if (isScheduled) startClocks(rooms)
  void underWay.add(agreeOnPictures(rooms).catch(faultDuring('looking over saved pictures')))
  rooms.indexer.soon()
  void underWay.add(rooms.watcher.begin())
  if (isScheduled) rooms.companies.soon()
  if (isScheduled) rooms.upkeep.soon()
}

/** What comes again with time. */
function startClocks({ schedule, backup, retention, pictureCheck }: Rooms): void {
  schedule.start()
  backup.start()
  retention.start()
  pictureCheck.start()
}

/** Articles of sources that are followed no more: those of an undo that was lost, or of a library that was restored. */
async function forgetUnfollowed(rooms: Rooms): Promise<void> {
  const { store } = rooms
  store.sources.purgeRemoved()
  store.rules.purgeRemoved()
  store.companies.forgetUnneeded()
  const followed = new Set(store.sources.list().map((source) => source.id))
  for (const id of store.articles.sourceIds()) if (!followed.has(id)) await purgeArticles(id, rooms)
}
