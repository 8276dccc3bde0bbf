import type { SavedItem, TextOrigin } from '../../../../shared/contract/article.ts'
import type { Picture } from '../../article/articleDraft.ts'

/** A saved item as it is listed, with the hash of its first picture in place of a path. */
export interface ListedSaved extends Omit<SavedItem, 'thumbnail'> {
  readonly thumbnailHash: string | null
}

/** A saved item whole: it needs nothing of the cache to be read. `html` names its pictures as `picture:N`. */
export interface SavedCopy extends Omit<SavedItem, 'thumbnail' | 'missingPictures' | 'lacksText'> {
  /** The name of its collection, by which that is made again where it is lost. */
  readonly collectionName: string | null
  readonly siteUrl: string | null
  readonly language: string | null
  readonly categories: string[]
  readonly html: string
  readonly text: string
  readonly pictures: readonly Picture[]
  readonly origin: TextOrigin
  /** True while the page, which says more, was not fetched. */
  readonly wantsPage: boolean
  /** Every picture that it shows, the lead picture too, and what is stored of each. */
  readonly kept: readonly KeptPicture[]
}

/** A picture of a saved item. */
export interface KeptPicture {
  readonly url: string
  /** Null while it is not stored. */
  readonly stored: SavedPicture | null
  /** True where asking for it again would come to the same. */
  readonly isGivenUp: boolean
}

/** A picture that is stored under `saved-media/`: the hash of its bytes, its type by its bytes, and its size. */
export interface SavedPicture {
  readonly hash: string
  readonly type: string
  readonly bytes: number
}

/** The text of a saved item, apart from what is said about it. */
export type SavedText = Pick<SavedCopy, 'html' | 'text' | 'excerpt' | 'pictures' | 'origin'>
