import type { SavedItem, TextOrigin } from '../../../../shared/contract/article.ts'
import type { Picture } from '../../article/articleDraft.ts'

/** A saved item whole: it needs nothing of the cache to be read. `html` names its pictures as `picture:N`. */
export interface SavedCopy extends SavedItem {
  readonly siteUrl: string | null
  readonly language: string | null
  readonly categories: string[]
  readonly html: string
  readonly text: string
  readonly pictures: readonly Picture[]
  readonly origin: TextOrigin
}
