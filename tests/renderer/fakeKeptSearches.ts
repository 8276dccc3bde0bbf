import type { KeptSearch } from '../../shared/contract/keptSearch.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'

type Answers = { [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> }

/** Kept searches behind a fake bridge. */
export function fakeKeptSearches(undoable: (takeBack: () => void) => string, send: (event: EngineEvent) => void): Answers {
  let searches: KeptSearch[] = [
    { id: 'fibre', name: 'Fibre at sea', query: 'fibre cable is:unread' },
    { id: 'spectrum', name: '频谱拍卖', query: '频谱' },
  ]
  const change = (next: KeptSearch[]) => {
    const before = searches
    searches = next
    send({ name: 'keptSearchesChanged', body: {} })
    return undoable(() => change(before))
  }
  return {
    listKeptSearches: () => ({ searches: [...searches] }),
    countKeptSearches: () => ({ counts: searches.map(({ id }, index) => ({ id, unread: 4 * index + 3, isExact: true })) }),
    keepSearch: ({ query, name }) => {
      const search = { id: `kept-${searches.length}`, name: name ?? query, query }
      return { search, already: false, undo: change([...searches, search]) }
    },
    changeKeptSearch: ({ id, name, query }) => {
      const changed = searches.map((each) => (each.id === id ? { ...each, name: name ?? each.name, query: query ?? each.query } : each))
      return { search: changed.find((each) => each.id === id)!, undo: change(changed) }
    },
    moveKeptSearch: ({ id, by }) => {
      const from = searches.findIndex((each) => each.id === id)
      const undo = change(searches.toSpliced(from, 1).toSpliced(from + by, 0, searches[from]!))
      return { searches: [...searches], undo }
    },
    removeKeptSearch: ({ id }) => ({ removed: true, undo: change(searches.filter((each) => each.id !== id)) }),
  }
}
