import type { TextOrigin } from '../../../shared/contract/article.ts'
import type { ArticleText } from '../article/articleDraft.ts'
import type { StoredArticle } from '../store/cache/articleContent.ts'

/** A text of an article, and whose it is. */
export interface ChosenText {
  readonly text: ArticleText | null
  readonly origin: TextOrigin
}

/** The text of an article that is shown: the one asked for where it is stored, else the better one. */
export function chosenText(stored: Pick<StoredArticle, 'feedText' | 'pageText' | 'prefersPage'>, origin: TextOrigin | null): ChosenText {
  const wanted = origin ?? (stored.prefersPage ? 'page' : 'feed')
  const other = wanted === 'page' ? 'feed' : 'page'
  const textOf = { page: stored.pageText, feed: stored.feedText }
  return textOf[wanted] !== null || textOf[other] === null
    ? { text: textOf[wanted], origin: wanted }
    : { text: textOf[other], origin: other }
}
