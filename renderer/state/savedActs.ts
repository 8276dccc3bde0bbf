import { useMemo } from 'react'
import type { Collection } from '../../shared/contract/article.ts'
import { useAsk } from './asking.ts'
import { inParts, type Changed } from './inParts.ts'
import { tellRefusal } from './marking.ts'
import { tell } from './notices.ts'

/** What a person does to several saved items, and to collections. A refusal is told at the foot of the screen. */
export type SavedActs = {
  /** Adds some and takes others off, at once. */
  readonly changeTags: (ids: readonly string[], addTags: readonly string[], removeTags: readonly string[]) => Promise<void>
  /** Null takes them out of the collection they stand in. */
  readonly moveTo: (ids: readonly string[], collectionId: string | null) => Promise<void>
  readonly unsave: (ids: readonly string[]) => Promise<void>
  /** Answers the id of the new one; null where it was refused. */
  readonly makeCollection: (name: string) => Promise<string | null>
  readonly renameCollection: (id: string, name: string) => Promise<void>
  /** To a place counted from 0. */
  readonly moveCollection: (collection: Collection, place: number) => Promise<void>
  readonly removeCollection: (collection: Collection) => Promise<void>
}

/** The changes of saved items and collections, with their undo. */
export function useSavedActs(): SavedActs {
  const ask = useAsk()
  return useMemo(
    () => ({
      changeTags: (ids, addTags, removeTags) =>
        told(() =>
          inParts(ids, (part) => ask('changeSaved', { ...part, addTags: [...addTags], removeTags: [...removeTags] }), tellChanged),
        ),
      moveTo: (ids, collectionId) => told(() => inParts(ids, (part) => ask('changeSaved', { ...part, collectionId }), tellChanged)),
      unsave: (ids) =>
        told(() =>
          inParts(
            ids,
            (part) => ask('unsaveArticles', part),
            ({ changed, undo }) => tell('toast.unsavedSeveral', { count: changed }, undo),
          ),
        ),
      makeCollection: async (name) => {
        let id: string | null = null
        await told(async () => {
          id = (await ask('makeCollection', { name })).collection.id
        })
        return id
      },
      renameCollection: (id, name) =>
        told(async () => {
          const { undo } = await ask('renameCollection', { id, name })
          if (undo !== null) tell('toast.collectionRenamed', { name }, undo)
        }),
      moveCollection: ({ id, name }, place) =>
        told(async () => {
          const { undo } = await ask('moveCollection', { id, place })
          if (undo !== null) tell('toast.collectionMoved', { name }, undo)
        }),
      removeCollection: ({ id, name }) =>
        told(async () => tell('toast.collectionRemoved', { name }, (await ask('removeCollection', { id })).undo)),
    }),
    [ask],
  )
}

function tellChanged({ changed, undo }: Changed): void {
  tell('toast.savedChanged', { count: changed }, undo)
}

async function told(change: () => Promise<unknown>): Promise<void> {
  try {
    await change()
  } catch (refusal) {
    tellRefusal(refusal)
  }
}
