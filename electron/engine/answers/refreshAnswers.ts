import { failed, ok } from '../../../shared/result.ts'
import { dueSources } from '../refresh/schedule.ts'
import type { Answers, EngineParts } from './engineParts.ts'

/** The answer to a refresh that a person asks for. */
export function refreshAnswers(parts: EngineParts): Pick<Answers, 'refresh'> {
  const { store, refresher, now } = parts
  return {
    refresh: async ({ sourceIds, force }) => {
      const named = sourceIds?.map((id) => store.sources.get(id))
      if (named?.includes(null)) return failed({ kind: 'not-found', what: 'source' })
      if (parts.schedule.isOffline()) return failed({ kind: 'offline' })
      // What was damaged since is fetched again with the rest, and so is what servers in trouble kept back.
      await parts.pictureCheck.all()
      if (!store.isReadOnly) store.pictures.forgetSilences()
      const wanted = named?.filter((source) => source !== null) ?? store.sources.list()
      const due = force ? null : new Set(dueSources(store, now()).map((source) => source.id))
      return ok(await refresher.refresh(due === null ? wanted : wanted.filter((source) => due.has(source.id))))
    },
  }
}
