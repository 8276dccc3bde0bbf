import { edition } from '../../../shared/edition.ts'
import type { OpmlFeed } from '../parse/opml/opmlFeed.ts'
import { writeOpml } from '../parse/opml/writeOpml.ts'
import type { NewSource } from '../store/library/sources.ts'
import type { Store } from '../store/store.ts'

/** What following a list of sources came to. */
export interface ImportedFeeds {
  readonly addedIds: readonly string[]
  readonly already: number
}

/** Follows every source of a list, all or none; twice is the same as once. */
export function importFeeds(feeds: readonly OpmlFeed[], store: Pick<Store, 'sources'>): ImportedFeeds {
  const fresh = freshFeeds(feeds, store)
  const added = fresh.length === 0 ? [] : store.sources.addAll(fresh.map(newSource))
  return { addedIds: added.map((source) => source.id), already: feeds.length - fresh.length }
}

/** Those of a list that are not followed yet. */
export function freshFeeds(feeds: readonly OpmlFeed[], store: Pick<Store, 'sources'>): readonly OpmlFeed[] {
  const followed = new Set(store.sources.list().map((source) => source.url))
  return feeds.filter((line) => !followed.has(line.url))
}

/** Everything that is followed as OPML, for this and other readers. */
export function exportOpml(store: Pick<Store, 'sources'>): string {
  return writeOpml(edition.productName, store.sources.list())
}

function newSource(line: OpmlFeed): NewSource {
  const { kind, url, siteUrl, folder, checkEvery } = line
  const category = line.category ?? (kind === 'newsroom' ? 'company' : 'industry')
  return { kind, url, siteUrl, folder, checkEvery, category, title: line.title || new URL(url).hostname }
}
