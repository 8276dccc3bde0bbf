import { edition } from '../../../shared/edition.ts'
import type { OpmlFeed } from '../parse/opml/opmlFeed.ts'
import type { ParsedOpml } from '../parse/opml/parseOpml.ts'
import { writeOpml } from '../parse/opml/writeOpml.ts'
import type { NewSource } from '../store/library/sources.ts'
import type { Store } from '../store/store.ts'

/** What an import came to. `skipped`: lines that were not taken, with the reason in words. */
export interface Imported {
  readonly addedIds: readonly string[]
  readonly already: number
  readonly skipped: readonly { readonly text: string; readonly reason: string }[]
}

/** Follows every source of an OPML document that was read, all or none; one bad line never stops the rest, and twice is the same as once. */
export function importOpml({ outlines, skipped }: ParsedOpml, store: Pick<Store, 'sources'>): Imported {
  const followed = new Set(store.sources.list().map((source) => source.url))
  const fresh = outlines.filter((line) => !followed.has(line.url))
  const added = fresh.length === 0 ? [] : store.sources.addAll(fresh.map(newSource))
  return {
    addedIds: added.map((source) => source.id),
    already: outlines.length - fresh.length,
    skipped,
  }
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
