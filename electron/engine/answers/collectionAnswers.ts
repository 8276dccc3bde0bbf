import { failed, ok } from '../../../shared/result.ts'
import type { Answers, EngineParts } from './engineParts.ts'

type Named = 'listCollections' | 'makeCollection' | 'renameCollection' | 'moveCollection' | 'removeCollection'

const missing = failed({ kind: 'not-found', what: 'collection' } as const)

/** Answers about the collections of saved items. */
export function collectionAnswers({ store, undo, tell }: EngineParts): Pick<Answers, Named> {
  const { collections } = store
  const told = <Value>(value: Value): Value => {
    tell({ name: 'savedChanged', body: {} })
    return value
  }
  const counted = (id: string) => collections.list().find((one) => one.id === id)
  return {
    listCollections: () => ok({ collections: collections.list() }),
    makeCollection: ({ name }) => {
      const made = collections.make(name)
      return told(ok({ collection: { ...made, count: 0 } }))
    },
    renameCollection: ({ id, name }) => {
      collections.rename(id, name)
      const collection = counted(id)
      return collection === undefined ? missing : told(ok({ collection }))
    },
    moveCollection: ({ id, place }) => (collections.move(id, place) ? told(ok({})) : missing),
    removeCollection: ({ id }) => {
      const removed = collections.remove(id)
      if (removed === null) return ok({ removed: false, undo: null })
      const takeBack = (): void => {
        collections.restore(removed)
        told(null)
      }
      return told(ok({ removed: true, undo: undo.keep({ takeBack }) }))
    },
  }
}
