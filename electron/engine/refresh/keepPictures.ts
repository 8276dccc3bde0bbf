import type { RefreshParts } from './refreshParts.ts'

/** How many articles' pictures are on their way at once. */
const AT_ONCE = 4

/** Fetches the pictures that articles show, and answers the ids of those that are now more complete than before. */
export async function keepPictures(ids: readonly string[], parts: RefreshParts): Promise<string[]> {
  const unfinished = parts.store.articles.rows([...new Set(ids)]).filter((row) => row.offline === 'partial')
  const changed: string[] = []
  for (let start = 0; start < unfinished.length; start += AT_ONCE) {
    if (parts.stop.aborted) break
    const some = unfinished.slice(start, start + AT_ONCE).map((row) => row.id)
    await Promise.all(some.map((id) => parts.pictures.keep(picturesOf(id, parts))))
    changed.push(...parts.store.articles.refreshOffline(some))
  }
  return changed
}

function picturesOf(id: string, { store }: RefreshParts): string[] {
  const content = store.articles.getContent(id)
  if (content === null) return []
  const shown = [...(content.feedText?.pictures ?? []), ...(content.pageText?.pictures ?? [])].map((picture) => picture.url)
  return content.leadImageUrl === null ? shown : [content.leadImageUrl, ...shown]
}
