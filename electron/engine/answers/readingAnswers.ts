import type { Article, TextOrigin } from '../../../shared/contract/article.ts'
import type { MissingPart } from '../../../shared/contract/missing.ts'
import { failed, ok } from '../../../shared/result.ts'
import type { ArticleText, Picture } from '../article/articleDraft.ts'
import { counted } from '../offline/readyRun.ts'
import { fetchPageText } from '../refresh/fetchPageText.ts'
import { picturesOf } from '../refresh/keepPictures.ts'
import type { StoredArticle } from '../store/cache/articleContent.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import { reasonShown, savedRows, shownRows } from './articleRows.ts'
import { relatedOf } from './companyAnswers.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { picturePath } from './picturePath.ts'
import { placePictures } from './placePictures.ts'
import { tellArticles } from './tellStored.ts'

/** Answers that show one article. */
export function readingAnswers(parts: EngineParts): Pick<Answers, 'getArticle' | 'fetchFullText' | 'keepReadingPlace'> {
  return {
    getArticle: async ({ id, origin }) => {
      await parts.pictureCheck.ofUrls(picturesOf(id, parts))
      const article = shownArticle(id, origin ?? null, parts)
      return article === null ? failed({ kind: 'not-found', what: 'article' }) : ok({ article })
    },
    fetchFullText: async ({ id }) => {
      const fetched = await fetchPageText(id, parts, true)
      if (!fetched.ok) return fetched
      tellArticles([id], parts)
      parts.indexSoon()
      const article = shownArticle(id, 'page', parts)
      return article === null ? failed({ kind: 'not-found', what: 'article' }) : ok({ article })
    },
    keepReadingPlace: ({ id, readTo }) => {
      parts.store.articles.setReadTo(id, readTo)
      return ok({})
    },
  }
}

/** An article as it is read: from the cache, else from its saved copy. */
export function shownArticle(id: string, origin: TextOrigin | null, parts: EngineParts): Article | null {
  const stored = parts.store.articles.getContent(id)
  const saved = parts.store.saved.get(id)
  // Of a source that is unfollowed, what was saved is left.
  if (stored !== null && parts.store.sources.get(stored.sourceId) !== null) return cachedArticle(stored, saved, origin, parts)
  return saved === null ? null : savedArticle(saved, parts)
}

/** The text of an article that is shown, and whose it is. */
export function chosenText(
  stored: StoredArticle,
  origin: TextOrigin | null,
): { readonly text: ArticleText | null; readonly origin: TextOrigin } {
  const wanted = origin ?? (stored.prefersPage ? 'page' : 'feed')
  const other = wanted === 'page' ? 'feed' : 'page'
  const textOf = { page: stored.pageText, feed: stored.feedText }
  return textOf[wanted] !== null || textOf[other] === null
    ? { text: textOf[wanted], origin: wanted }
    : { text: textOf[other], origin: other }
}

function cachedArticle(stored: StoredArticle, saved: SavedCopy | null, wanted: TextOrigin | null, parts: EngineParts): Article | null {
  const [row] = shownRows([stored], parts)
  if (row === undefined) return null
  const { text, origin } = chosenText(stored, wanted)
  const origins = [...(stored.feedText === null ? [] : ['feed' as const]), ...(stored.pageText === null ? [] : ['page' as const])]
  const pictures = text?.pictures ?? []
  return {
    ...row,
    ...shownPictures(text?.html ?? '', pictures, parts),
    lacks: lacksOf(stored, parts),
    text: text?.text ?? '',
    origin,
    origins,
    readTo: stored.readTo,
    updatedAt: stored.updatedAt,
    language: stored.language,
    categories: stored.categories,
    siteUrl: parts.store.sources.get(stored.sourceId)?.siteUrl ?? null,
    related: relatedOf(stored.id, parts).map(({ article }) => article.id),
    note: saved?.note ?? null,
    tags: saved?.tags ?? [],
    savedAt: saved?.savedAt ?? null,
  }
}

function lacksOf({ id, sourceId }: StoredArticle, { store }: EngineParts): MissingPart[] {
  const source = store.sources.get(sourceId)
  return counted(store.articles.missingOf(id).map((reason) => reasonShown(reason, source)))
}

function savedArticle(saved: SavedCopy, parts: EngineParts): Article | null {
  const [row] = savedRows([saved], parts)
  if (row === undefined) return null
  const { siteUrl, language, categories, origin, text, updatedAt, note, tags, savedAt } = saved
  return {
    ...row,
    ...shownPictures(saved.html, saved.pictures, parts),
    lacks: [],
    siteUrl,
    language,
    categories,
    origin,
    text,
    updatedAt,
    note,
    tags,
    savedAt,
    origins: [origin],
    related: [],
    readTo: parts.store.articles.readTo(saved.id),
  }
}

function shownPictures(html: string, pictures: readonly Picture[], { store }: EngineParts): Pick<Article, 'html' | 'images'> {
  const known = store.pictures.known(pictures.map((picture) => picture.url))
  const images = pictures.map(({ url, alt }) => {
    const hash = known.get(url)?.hash ?? null
    return { url, alt, stored: hash !== null, path: hash === null ? null : picturePath(hash) }
  })
  return {
    html: placePictures(
      html,
      images.map((image) => image.path),
    ),
    images,
  }
}
