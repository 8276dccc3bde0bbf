import { setImmediate } from 'node:timers/promises'
import type { ListScope } from '../../../shared/contract/article.ts'
import { ok } from '../../../shared/result.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { savedInScope } from './listAnswers.ts'
import { isOfSaved, storedScope } from './scope.ts'
import { tellArticles } from './tellStored.ts'

/** How many articles one step marks: a few milliseconds. */
const SLICE = 250

/** Answers that mark articles read and unread. */
export function markAnswers(parts: EngineParts): Pick<Answers, 'markRead' | 'markUnread' | 'markAllRead' | 'undo'> {
  return {
    markRead: async ({ ids }) => ok(await mark(ids, true, parts)),
    markUnread: async ({ ids }) => ok(await mark(ids, false, parts)),
    markAllRead: async ({ scope, until }) => {
      const { store, now } = parts
      if (isOfSaved(scope)) return ok(await mark(savedIdsUntil(scope, until as EpochMs, parts), true, parts))
      const stored = storedScope(scope, store, now())
      const changed: string[] = []
      for (let slice = ['']; slice.length > 0; await setImmediate()) {
        slice = store.articles.markReadSlice({ ...stored, unreadOnly: true }, until as EpochMs, SLICE, now())
        changed.push(...slice)
      }
      return ok(tellMarked(changed, true, parts))
    },
    undo: async ({ token }) => ok({ undone: await parts.undo.takeBack(token) }),
  }
}

/** Saved items of a scope that were there when it was seen. */
function savedIdsUntil(scope: ListScope, until: EpochMs, parts: EngineParts): string[] {
  return savedInScope(scope, 'newest', parts).flatMap((row) => (row.firstSeenAt <= until ? [row.id] : []))
}

async function mark(ids: readonly string[], isRead: boolean, parts: EngineParts): Promise<{ changed: number; undo: string | null }> {
  return tellMarked(await markInSlices(ids, isRead, parts), isRead, parts)
}

async function markInSlices(ids: readonly string[], isRead: boolean, { store, now }: EngineParts): Promise<string[]> {
  const changed: string[] = []
  for (let start = 0; start < ids.length; start += SLICE) {
    const slice = ids.slice(start, start + SLICE)
    changed.push(...store.articles.markRead(slice, isRead, now()))
    await setImmediate()
  }
  return changed
}

function tellMarked(changed: readonly string[], isRead: boolean, parts: EngineParts): { changed: number; undo: string | null } {
  if (changed.length === 0) return { changed: 0, undo: null }
  tellCounts(changed, parts)
  const takeBack = async (): Promise<void> => {
    await markInSlices(changed, !isRead, parts)
    tellCounts(changed, parts)
  }
  return { changed: changed.length, undo: parts.undo.keep({ takeBack }) }
}

function tellCounts(ids: readonly string[], parts: EngineParts): void {
  tellArticles(ids, parts)
  parts.tell({ name: 'sourcesChanged', body: { sourceIds: null } })
}
