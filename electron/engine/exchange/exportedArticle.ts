import { citation } from '../../../shared/citation.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { Picture } from '../article/articleDraft.ts'
import { exportWords, longDate } from './exportWords.ts'

/** An article or saved item as it is exported: everything in hand but the bytes of its pictures. */
export interface ExportedArticle {
  readonly id: string
  readonly title: string
  /** Whose news it is; null where no company is known. */
  readonly company: string | null
  readonly sourceTitle: string
  readonly author: string | null
  readonly url: string | null
  readonly publishedAt: EpochMs | null
  readonly updatedAt: EpochMs | null
  /** Null where it is not saved. */
  readonly savedAt: EpochMs | null
  readonly language: string | null
  readonly tags: readonly string[]
  readonly collections: readonly string[]
  readonly note: string
  /** Safe HTML that names its pictures as `picture:N`. */
  readonly html: string
  readonly pictures: readonly ExportedPicture[]
}

/** A picture of an exported article. `file`: where its bytes are, and what they are; null while it is not stored. */
export interface ExportedPicture extends Pick<Picture, 'url' | 'alt'> {
  readonly file: { readonly hash: string; readonly type: string; readonly path: string } | null
}

/** How exported files speak: the language of the person, and the moment. */
export interface ExportSpeech {
  readonly locale: string
  readonly now: EpochMs
}

/** How an exported article is cited: with its company, and the day on which it was saved, or else exported. */
export function citationOf(article: ExportedArticle, { locale, now }: ExportSpeech): string {
  const { author, title, sourceTitle, company, publishedAt, savedAt, url } = article
  const words = exportWords(locale)
  const accessed = savedAt === null ? words.accessed(longDate(locale, now)) : words.saved(longDate(locale, savedAt))
  const published = publishedAt === null ? null : longDate(locale, publishedAt)
  return citation({ author, title, sourceTitle, company, published, url, accessed })
}

/** The pictures that are not stored. */
export function missingPictures(article: ExportedArticle): ExportedPicture[] {
  return article.pictures.filter((picture) => picture.file === null)
}
