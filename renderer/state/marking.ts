import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArticleRow, ListScope } from '../../shared/contract/article.ts'
import { Refusal, useAsk } from './asking.ts'
import { rememberUndo, takeUndo, tell, tellFailure } from './notices.ts'
import { patchRows } from './patches.ts'

/** What a person adds to an article. `collectionId` null: it stands in no collection. */
export type OwnWords = { readonly note: string; readonly tags: readonly string[]; readonly collectionId: string | null }

/** What a person does to articles. Each shows at once, and is taken back with a word where the engine refuses. */
export type Marking = {
  /** Sets whether an article is read. `isQuiet`: by reading it, so that `undo` keeps what a person did on purpose. */
  readonly setRead: (id: string, isRead: boolean, isQuiet?: boolean) => Promise<void>
  /** Marks read what the scope held at `until`. */
  readonly markAllRead: (scope: ListScope, until: number) => Promise<void>
  readonly setSaved: (id: string, isSaved: boolean) => Promise<void>
  /** Saves an article with a note, tags and collection, which replace those it has; answers the undo, null where it was not saved before. */
  readonly keepWords: (id: string, words: OwnWords) => Promise<string | null>
  /** Takes back the last thing, or the one named. */
  readonly undo: (token?: string) => Promise<void>
}

/** The markings of articles, with optimistic rows and undo. */
export function useMarking(): Marking {
  const ask = useAsk()
  const client = useQueryClient()
  return useMemo(() => {
    const patch = (id: string, change: Partial<ArticleRow>) => patchRows(client, (row) => (row.id === id ? change : null))
    return {
      setRead: (id, isRead, isQuiet = false) =>
        orTakeBack(
          () => patch(id, { isRead }),
          async () => {
            const { undo } = await ask(isRead ? 'markRead' : 'markUnread', { ids: [id] })
            if (!isQuiet) rememberUndo(undo)
          },
          () => patch(id, { isRead: !isRead }),
        ),
      markAllRead: (scope, until) =>
        orTell(async () => {
          const { changed, undo } = await ask('markAllRead', { scope, until })
          tell('toast.markedRead', { count: changed }, undo)
        }),
      setSaved: (id, isSaved) =>
        orTakeBack(
          () => patch(id, { isSaved }),
          async () => {
            if (isSaved) await ask('saveArticle', { id })
            else tell('toast.unsaved', undefined, (await ask('unsaveArticle', { id })).undo)
          },
          () => patch(id, { isSaved: !isSaved }),
        ),
      keepWords: async (id, { note, tags, collectionId }) => {
        const { undo } = await ask('saveArticle', { id, note, tags: [...tags], collectionId })
        patch(id, { isSaved: true })
        return undo
      },
      undo: async (named) => {
        const token = takeUndo(named)
        if (token === null) return tell('toast.nothingToUndo')
        await orTell(async () => {
          await ask('undo', { token })
          tell('toast.undone')
        })
      },
    }
  }, [ask, client])
}

async function orTell(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (refusal) {
    tellRefusal(refusal)
  }
}

async function orTakeBack(show: () => void, keep: () => Promise<void>, takeBack: () => void): Promise<void> {
  show()
  try {
    await keep()
  } catch (refusal) {
    takeBack()
    tellRefusal(refusal)
  }
}

/** Tells of a refused request at the foot of the screen; a fault of our own goes on up. */
export function tellRefusal(refusal: unknown): void {
  if (!(refusal instanceof Refusal)) throw refusal
  tellFailure(refusal.failure)
}
