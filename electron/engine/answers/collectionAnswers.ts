import { failed, ok } from '../../../shared/result.ts'
import type { Answers, EngineParts } from './engineParts.ts'

type Named = 'listCollections' | 'makeCollection' | 'renameCollection' | 'moveCollection' | 'removeCollection'

const missing = failed({ kind: 'not-found', what: 'collection' } as const)

/** Answers about the collections of saved items. Each change of one can be taken back. */
export function collectionAnswers(parts: EngineParts): Pick<Answers, Named> {
  const { collections } = parts.store
  return {
    listCollections: () => ok({ collections: collections.list() }),
    makeCollection: ({ name }) => {
      const made = collections.make(name)
      tellChange(parts)
      return ok({ collection: { ...made, count: 0 } })
    },
    renameCollection: ({ id, name }) => {
      const before = collections.list().find((one) => one.id === id)
      if (before === undefined) return missing
      if (before.name === name) return ok({ collection: before, undo: null })
      collections.rename(id, name)
      return ok({ collection: { ...before, name }, undo: undone(() => void collections.rename(id, before.name), parts) })
    },
    moveCollection: ({ id, place }) => {
      const order = collections.list().map((one) => one.id)
      const before = order.indexOf(id)
      if (before === -1) return missing
      if (before === Math.min(place, order.length - 1)) return ok({ undo: null })
      collections.move(id, place)
      return ok({ undo: undone(() => void collections.move(id, before), parts) })
    },
    removeCollection: ({ id }) => {
      const removed = collections.remove(id)
      if (removed === null) return ok({ removed: false, undo: null })
      return ok({ removed: true, undo: undone(() => collections.restore(removed), parts) })
    },
  }
}

function tellChange({ tell }: EngineParts): void {
  tell({ name: 'savedChanged', body: {} })
}

/** Tells of a change, and keeps how it is taken back. */
function undone(takeBack: () => void, parts: EngineParts): string {
  tellChange(parts)
  return parts.undo.keep({
    takeBack: () => {
      takeBack()
      tellChange(parts)
    },
  })
}
