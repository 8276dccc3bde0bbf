import { setImmediate } from 'node:timers/promises'
import type { KeptSearch, KeptSearchCount } from '../../../shared/contract/keptSearch.ts'
import { failed, ok } from '../../../shared/result.ts'
import { parseQuery } from '../store/store.ts'
import type { Answers, EngineParts } from './engineParts.ts'

/** Answers about the searches that a person keeps. Each change of them can be taken back. */
export function keptSearchAnswers(
  parts: EngineParts,
): Pick<Answers, 'listKeptSearches' | 'keepSearch' | 'changeKeptSearch' | 'moveKeptSearch' | 'removeKeptSearch' | 'countKeptSearches'> {
  const { store } = parts
  return {
    listKeptSearches: () => ok({ searches: store.keptSearches.list() }),

    keepSearch: ({ query, name }) => {
      const known = store.keptSearches.list().find((search) => search.query === query.trim())
      if (known !== undefined) return ok({ search: known, already: true, undo: null })
      if (query.trim() === '') return failed({ kind: 'bad-request', reason: 'empty-search' })
      const search = store.keptSearches.add({ name: name?.trim() || query.trim(), query: query.trim() })
      return ok({ search, already: false, undo: undone(() => void store.keptSearches.remove(search.id), parts) })
    },

    changeKeptSearch: ({ id, name, query }) => {
      const before = store.keptSearches.get(id)
      const search = store.keptSearches.change(id, { name: name?.trim() || undefined, query: query?.trim() || undefined })
      if (before === null || search === null) return failed({ kind: 'not-found', what: 'search' })
      return ok({ search, undo: undone(() => void store.keptSearches.change(id, before), parts) })
    },

    moveKeptSearch: ({ id, by }) => {
      const order = store.keptSearches.list().map((search) => search.id)
      const from = order.indexOf(id)
      if (from === -1) return failed({ kind: 'not-found', what: 'search' })
      const to = Math.min(order.length - 1, Math.max(0, from + by))
      store.keptSearches.order(order.toSpliced(from, 1).toSpliced(to, 0, id))
      return ok({ searches: store.keptSearches.list(), undo: undone(() => store.keptSearches.order(order), parts) })
    },

    removeKeptSearch: ({ id }) => {
      const removed = store.keptSearches.remove(id)
      if (removed === null) return failed({ kind: 'not-found', what: 'search' })
      return ok({ removed: true, undo: undone(() => store.keptSearches.restore(removed), parts) })
    },

    countKeptSearches: async () => ok({ counts: await counted(store.keptSearches.list(), parts) }),
  }
}

/** Tells of a change, and keeps how it is taken back. */
function undone(takeBack: () => void, { tell, undo }: EngineParts): string {
  const tellChange = (): void => tell({ name: 'keptSearchesChanged', body: {} })
  tellChange()
  return undo.keep({
    takeBack: () => {
      takeBack()
      tellChange()
    },
  })
}

/** One after the other, with a turn for other requests between them. */
async function counted(searches: readonly KeptSearch[], { store }: EngineParts): Promise<KeptSearchCount[]> {
  const counts: KeptSearchCount[] = []
  for (const { id, query } of searches) {
    const asked = parseQuery(query)
    // Of a search for what is read, none is unread.
    const { total, isTotalExact } =
      asked.isRead === true ? { total: 0, isTotalExact: true } : store.search.search({ ...asked, isRead: false }, 0)
    counts.push({ id, unread: total, isExact: isTotalExact })
    await setImmediate()
  }
  return counts
}
