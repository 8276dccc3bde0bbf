import type { CollectionsTable } from '../library/collections.ts'
import type { SourcesTable } from '../library/sources.ts'
import type { MirroredLists } from '../mirror/readLists.ts'
import { isTaken } from './refusal.ts'

/** Where the lists are put. */
interface ListTables {
  readonly sources: SourcesTable
  readonly collections: CollectionsTable
}

/**
 * Has a library follow what the mirror's lists say, and keep their collections in their order; answers how many of both it has from
 * there. What is not in them was let go, unless a line of them was damaged.
 */
export function takeInLists(lists: MirroredLists, tables: ListTables): number {
  return takeInSources(lists, tables.sources) + takeInCollections(lists, tables.collections)
}

function takeInSources({ sources: listed, isWhole }: MirroredLists, sources: SourcesTable): number {
  const taken = listed.filter((source) => isTaken(() => sources.put(source)))
  const ids = new Set(taken.map((source) => source.id))
  if (isWhole) for (const { id } of sources.list()) if (!ids.has(id)) sources.remove(id)
  return taken.length
}

/** A collection in which something stands stays: it may be newer than the lists, whose writing was cut off. */
function takeInCollections({ collections: listed, isWhole }: MirroredLists, collections: CollectionsTable): number {
  for (const [place, { id, name }] of listed.entries()) {
    if (collections.rename(id, name) === null) collections.restore({ id, name, place, savedIds: [] })
    collections.move(id, place)
  }
  const ids = new Set(listed.map((collection) => collection.id))
  if (isWhole) for (const { id, count } of collections.list()) if (count === 0 && !ids.has(id)) collections.remove(id)
  return listed.length
}
