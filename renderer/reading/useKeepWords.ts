import type { Article } from '../../shared/contract/article.ts'
import { tellRefusal, useMarking, type OwnWords } from '../state/marking.ts'
import { rememberUndo, tell } from '../state/notices.ts'
import { useCollections } from '../state/saved.ts'
import { useSavedActs } from '../state/savedActs.ts'

/** Where a person puts an article: into a collection, none, or one to be made under a name. */
export type Placing = { readonly id: string | null } | { readonly newName: string }

/** What a person wrote about an article. */
export type Written = Pick<OwnWords, 'note' | 'tags'> & { readonly placing: Placing }

/** Keeps what a person wrote about an article, with an undo; false where it was refused, which is told. */
export function useKeepWords(article: Article): (written: Written) => Promise<boolean> {
  const { keepWords } = useMarking()
  const place = usePlace()
  return async ({ note, tags, placing }) => {
    const placed = await place(placing)
    if (placed === null) return false
    try {
      const undo = await keepWords(article.id, { note, tags, collectionId: placed.id })
      tellKept(placed.id === article.collectionId ? null : placed, undo)
      return true
    } catch (refusal) {
      tellRefusal(refusal)
      return false
    }
  }
}

/** As long as a collection's name may be. */
const LONGEST_NAME = 200

type Placed = { readonly id: string | null; readonly name: string }

/** Finds the collection, and makes it where it is new; null where that was refused. */
function usePlace(): (placing: Placing) => Promise<Placed | null> {
  const collections = useCollections()
  const { makeCollection } = useSavedActs()
  return async (placing) => {
    if (!('newName' in placing)) return { id: placing.id, name: collections.find(({ id }) => id === placing.id)?.name ?? '' }
    const name = placing.newName.trim().slice(0, LONGEST_NAME)
    const known = collections.find((one) => one.name.toLowerCase() === name.toLowerCase())
    const id = known?.id ?? (await makeCollection(name))
    return id === null ? null : { id, name: known?.name ?? name }
  }
}

// Notes and tags are plain to see, the collection is elsewhere.
function tellKept(moved: Placed | null, undo: string | null): void {
  if (moved === null) rememberUndo(undo)
  else if (moved.id === null) tell('toast.takenOut', undefined, undo)
  else tell('toast.movedTo', { name: moved.name }, undo)
}
