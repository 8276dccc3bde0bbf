import type { RefreshParts } from './refreshParts.ts'

/** How many articles' pictures are on their way at once. */
const AT_ONCE = 4

/** A person's own request, which nothing holds back, and what it wants to hear. */
export interface AskedFor {
  /** Articles have been seen to, well or not. The next ones wait for it. */
  readonly seenTo: (ids: readonly string[]) => Promise<void> | void
  /** Whether the person has had enough. */
  readonly isStopped: () => boolean
}

/** Fetches the pictures that articles show, and answers the ids of those that are now more complete than before. */
export async function keepPictures(ids: readonly string[], parts: RefreshParts, asked: AskedFor | null = null): Promise<string[]> {
  const unfinished = parts.store.articles.rows([...new Set(ids)]).filter((row) => row.offline === 'partial')
  const wanted = unfinished.filter((row) => parts.store.sources.get(row.sourceId)?.keepsPictures ?? false)
  const changed: string[] = []
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    if (parts.stop.aborted || (asked === null ? parts.heldBackBy() !== null : asked.isStopped())) break
    const some = wanted.slice(start, start + AT_ONCE).map((row) => row.id)
    await Promise.all(some.map((id) => parts.pictures.keep(picturesOf(id, parts))))
    changed.push(...parts.store.articles.refreshOffline(some))
    await asked?.seenTo(some)
  }
  return changed
}

/** The addresses of all pictures of an article, of both its texts. */
export function picturesOf(id: string, { store }: Pick<RefreshParts, 'store'>): string[] {
  const content = store.articles.getContent(id)
  if (content === null) return []
  const shown = [...(content.feedText?.pictures ?? []), ...(content.pageText?.pictures ?? [])].map((picture) => picture.url)
  return content.leadImageUrl === null ? shown : [content.leadImageUrl, ...shown]
}
