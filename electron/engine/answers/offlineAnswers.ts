import { failed, ok } from '../../../shared/result.ts'
import { dueSources } from '../refresh/schedule.ts'
import type { Answers, EngineParts } from './engineParts.ts'

/** Answers about what opens with no network. */
export function offlineAnswers(
  parts: EngineParts,
): Pick<Answers, 'getOffline' | 'checkPictures' | 'checkPicture' | 'getEverythingReady' | 'stopGettingReady'> {
  const { store, pictureCheck, ready } = parts
  return {
    getOffline: () =>
      ok({
        ...store.articles.offlineCounts(),
        mediaBytes: store.pictures.totalBytes(),
        lastEviction: store.evictions.last(),
      }),
    checkPictures: async () => ok({ damaged: await pictureCheck.all() }),
    checkPicture: async ({ hash }) => ok({ isWhole: await pictureCheck.one(hash) }),
    getEverythingReady: async () => {
      if (parts.schedule.isOffline()) return failed({ kind: 'offline' })
      if (store.isReadOnly) return failed({ kind: 'profile-read-only' })
      if (store.isDiskNearlyFull()) return failed({ kind: 'disk-full' })
      await pictureCheck.all()
      await parts.refresher.refresh(dueSources(store, parts.now()))
      const report = await ready.run()
      parts.tell({ name: 'offlineChanged', body: {} })
      return ok(report)
    },
    stopGettingReady: () => {
      ready.stop()
      return ok({})
    },
  }
}
