import type { CachedSources } from './cache/cachedSources.ts'
import type { SearchIndex } from './cache/searchIndex.ts'
import type { CollectionsTable } from './library/collections.ts'
import type { LibraryWriter } from './library/libraryWriter.ts'
import type { SavedTable } from './library/saved.ts'
import type { SourcesTable } from './library/sources.ts'

/** What happens to a collection's name happens to the items in it: they are found by it. All of a change, or none. */
export function joinedCollections(kept: CollectionsTable, saved: SavedTable, write: LibraryWriter): CollectionsTable {
  return {
    ...kept,
    rename: (id, name) =>
      write(() => {
        const renamed = kept.rename(id, name)
        saved.indexAgain(kept.savedIds(id))
        return renamed
      }),
    remove: (id) =>
      write(() => {
        const removed = kept.remove(id)
        if (removed !== null) saved.indexAgain(removed.savedIds)
        return removed
      }),
    restore: (collection) =>
      write(() => {
        kept.restore(collection)
        saved.indexAgain(kept.savedIds(collection.id))
      }),
  }
}

/** What happens to a source in the library happens to its articles in the cache: they hide, show, and are found by its new title. */
export function joinedSources(kept: SourcesTable, cached: CachedSources, index: SearchIndex): SourcesTable {
  /** One that was unfollowed a moment ago may have come back under another title. */
  const show = (id: string): void => {
    cached.setHidden(id, false)
    index.requeueSource(id)
  }
  return {
    ...kept,
    add: (source) => {
      const added = kept.add(source)
      show(added.id)
      return added
    },
    addAll: (sources) => {
      const added = kept.addAll(sources)
      for (const { id } of added) show(id)
      return added
    },
    change: (id, change) => {
      const before = kept.get(id)
      const changed = kept.change(id, change)
      if (changed && before?.title !== changed.title) index.requeueSource(id)
      return changed
    },
    remove: (id) => {
      const isRemoved = kept.remove(id)
      if (isRemoved) cached.setHidden(id, true)
      return isRemoved
    },
    restore: (id) => {
      const isRestored = kept.restore(id)
      if (isRestored) cached.setHidden(id, false)
      return isRestored
    },
  }
}
