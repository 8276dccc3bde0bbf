import type { ExportedArticle, ExportedPicture } from '../exchange/exportedArticle.ts'
import type { Picture } from '../article/articleDraft.ts'
import { keepSafe } from '../article/keepSafe.ts'
import { chosenText } from '../saving/chosenText.ts'
import type { KeptPicture } from '../store/library/savedCopy.ts'
import { isOpenable } from '../store/openable.ts'
import type { EngineParts } from './engineParts.ts'

/** What exporting an article needs of the engine. */
export type GatherParts = Pick<EngineParts, 'store' | 'pictureFile'>

/**
 * An article as it is exported: its saved copy, else what the cache holds of it; null where there is neither. It leaves Newsdesk here, so
 * it is made safe once more, whatever happened to the files of the profile.
 */
export async function gatherArticle(id: string, parts: GatherParts): Promise<ExportedArticle | null> {
  const found = savedArticle(id, parts) ?? cachedArticle(id, parts)
  if (found === null) return null
  const { pictures, kept, companyName, sourceId, ...article } = found
  const company = companyName ?? companyOf(sourceId, parts)
  const safe = { html: keepSafe(article.html), url: article.url !== null && isOpenable(article.url) ? article.url : null }
  return { ...article, ...safe, company, pictures: await filesOf(pictures, kept, parts) }
}

type Gathered = Omit<ExportedArticle, 'company' | 'pictures'> & {
  readonly sourceId: string
  readonly pictures: readonly Picture[]
  readonly companyName: string | null
  readonly kept: readonly KeptPicture[]
}

function savedArticle(id: string, { store }: GatherParts): Gathered | null {
  const saved = store.saved.get(id)
  if (saved === null) return null
  const { title, sourceId, sourceTitle, author, url, publishedAt, updatedAt, savedAt, language, tags, note, html, pictures } = saved
  const { companyName, collectionName, kept } = saved
  return {
    id,
    title,
    sourceId,
    sourceTitle,
    author,
    url,
    publishedAt,
    updatedAt,
    savedAt,
    language,
    tags,
    collections: collectionName === null ? [] : [collectionName],
    note,
    html,
    pictures,
    companyName,
    kept,
  }
}

function cachedArticle(id: string, { store }: GatherParts): Gathered | null {
  const stored = store.articles.getContent(id)
  const source = stored === null ? null : store.sources.get(stored.sourceId)
  if (stored === null || source === null) return null
  const { text } = chosenText(stored, null)
  const { title, sourceId, author, url, publishedAt, updatedAt, language } = stored
  const kept = { savedAt: null, tags: [], collections: [], note: '', companyName: null, kept: [] }
  const body = { html: text?.html ?? '', pictures: text?.pictures ?? [] }
  return { id, title, sourceId, sourceTitle: source.title, author, url, publishedAt, updatedAt, language, ...kept, ...body }
}

function companyOf(sourceId: string, { store }: GatherParts): string | null {
  const companyId = store.sources.get(sourceId)?.companyId ?? null
  return companyId === null ? null : (store.companies.get(companyId)?.name ?? null)
}

/** A saved item's pictures are its own; what it lacks, the cache may have. */
async function filesOf(
  pictures: readonly Picture[],
  kept: readonly KeptPicture[],
  { store, pictureFile }: GatherParts,
): Promise<ExportedPicture[]> {
  const known = store.pictures.known(pictures.map((picture) => picture.url))
  const own = new Map(kept.map((picture) => [picture.url, picture.stored]))
  return await Promise.all(
    pictures.map(async ({ url, alt }) => {
      const stored = own.get(url) ?? known.get(url) ?? null
      const path = stored === null ? null : await pictureFile(stored.hash)
      return { url, alt, file: stored === null || path === null ? null : { hash: stored.hash, type: stored.type, path } }
    }),
  )
}
