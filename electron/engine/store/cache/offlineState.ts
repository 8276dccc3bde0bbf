import type { OfflineState } from '../../../../shared/contract/schemas.ts'
import type { ArticleText } from '../../article/articleDraft.ts'
import type { PicturesTable } from './pictures.ts'

/** How far the page of an article has come, as the cache writes it. */
export const pageState = { notWanted: 0, wanted: 1, there: 2, givenUp: 3 } as const

/** What the offline state of an article hangs on. `text`: the one that is shown. */
export interface OfflineQuestion {
  readonly text: ArticleText | null
  readonly leadImageUrl: string | null
  readonly page: number
}

/** What is shown of it without a network. */
export interface OfflineAnswer {
  readonly offline: OfflineState
  readonly thumbnailHash: string | null
}

/** Whether an article opens complete with no network: `ready` only where nothing at all is missing. */
export function offlineAnswer({ text, leadImageUrl, page }: OfflineQuestion, pictures: PicturesTable): OfflineAnswer {
  const urls = [...(leadImageUrl === null ? [] : [leadImageUrl]), ...(text?.pictures ?? []).map((picture) => picture.url)]
  const known = pictures.known(urls)
  const hashes = urls.map((url) => known.get(url)?.hash ?? null)
  const thumbnailHash = hashes.find((hash) => hash !== null) ?? null
  if (!text || (text.text.trim() === '' && text.pictures.length === 0)) return { offline: 'none', thumbnailHash }
  const isWhole = page === pageState.notWanted || page === pageState.there
  return { offline: isWhole && !hashes.includes(null) ? 'ready' : 'partial', thumbnailHash }
}
