import type { Article, TextOrigin } from '../../../shared/contract/article.ts'
import type { MissingPart } from '../../../shared/contract/missing.ts'
import { failed, ok } from '../../../shared/result.ts'
import type { Picture } from '../article/articleDraft.ts'
import { counted } from '../offline/readyRun.ts'
import { chosenText } from '../saving/chosenText.ts'
import { checkPicturesOf } from '../saving/savedMedia.ts'
import { fetchPageText } from '../refresh/fetchPageText.ts'
import { picturesOf } from '../refresh/keepPictures.ts'
import type { StoredArticle } from '../store/cache/articleContent.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import { listedCopy } from '../store/store.ts'
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
      if ((await checkPicturesOf(id, parts)).length > 0) parts.upkeep.soon()
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
  if (stored !== null && parts.store.sources.get(stored.sourceId) !== null) {
    const cached = cachedArticle(stored, saved, origin, parts)
    return cached === null || saved === null || origin !== null ? cached : asSaved(cached, saved, parts)
  }
  return saved === null ? null : savedArticle(saved, parts)
}

function cachedArticle(stored: StoredArticle, saved: SavedCopy | null, wanted: TextOrigin | null, parts: EngineParts): Article | null {
  const [row] = shownRows([stored], parts)
  if (row === undefined) return null
  const { text, origin } = chosenText(stored, wanted)
  const origins = [...(stored.feedText === null ? [] : ['feed' as const]), ...(stored.pageText === null ? [] : ['page' as const])]
  const pictures = text?.pictures ?? []
  return {
    ...row,
    ...shownPictures(text?.html ?? '', pictures, saved, parts),
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
    collectionId: saved?.collectionId ?? null,
    savedAt: saved?.savedAt ?? null,
  }
}

/** A saved item reads as it was saved, whatever its publisher made of it since: that stands beside it as the feed's or the page's text. */
function asSaved(cached: Article, saved: SavedCopy, parts: EngineParts): Article {
  const own = savedArticle(saved, parts)
  if (own === null || (own.text === '' && own.images.length === 0)) return cached
  const { title, author, publishedAt, updatedAt, excerpt, html, text, images, origin, offline, missing, lacks } = own
  return { ...cached, title, author, publishedAt, updatedAt, excerpt, html, text, images, origin, offline, missing, lacks }
}

function lacksOf({ id, sourceId }: StoredArticle, { store }: EngineParts): MissingPart[] {
  const source = store.sources.get(sourceId)
  return counted(store.articles.missingOf(id).map((reason) => reasonShown(reason, source)))
}

/** What a saved copy lacks of itself. */
function savedLacks({ wantsPage, kept }: SavedCopy): MissingPart[] {
  const missing = kept.filter((picture) => picture.stored === null)
  const givenUp = missing.filter((picture) => picture.isGivenUp).length
  const parts: MissingPart[] = [
    { reason: 'text-waiting', count: Number(wantsPage) },
    { reason: 'pictures-waiting', count: missing.length - givenUp },
    { reason: 'pictures-refused', count: givenUp },
  ]
  return parts.filter((part) => part.count > 0)
}

function savedArticle(saved: SavedCopy, parts: EngineParts): Article | null {
  const [row] = savedRows([listedCopy(saved)], parts)
  if (row === undefined) return null
  const { siteUrl, language, categories, origin, text, updatedAt, note, tags, collectionId, savedAt } = saved
  return {
    ...row,
    ...shownPictures(saved.html, saved.pictures, saved, parts),
    lacks: savedLacks(saved),
    siteUrl,
    language,
    categories,
    origin,
    text,
    updatedAt,
    note,
    tags,
    collectionId,
    savedAt,
    origins: [origin],
    related: [],
    readTo: parts.store.articles.readTo(saved.id),
  }
}

/** Where pictures are seen: a saved item has its own. */
function shownPictures(
  html: string,
  pictures: readonly Picture[],
  saved: SavedCopy | null,
  { store }: EngineParts,
): Pick<Article, 'html' | 'images'> {
  const known = store.pictures.known(pictures.map((picture) => picture.url))
  const own = new Map(saved?.kept.map(({ url, stored }) => [url, stored?.hash]))
  const images = pictures.map(({ url, alt }) => {
    const hash = own.get(url) ?? known.get(url)?.hash ?? null
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
