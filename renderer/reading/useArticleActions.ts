import type { RefObject } from 'react'
import { citation } from '../../shared/citation.ts'
import type { Article, TextOrigin } from '../../shared/contract/article.ts'
import { perform, useAction } from '../state/actionDesk.ts'
import { useRequest } from '../state/asking.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { tellRefusal, useMarking } from '../state/marking.ts'
import { tell } from '../state/notices.ts'
import { showNote, useScreen } from '../state/screen.ts'
import { longDate } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'

/** What can be done with the article on screen. */
export type ArticleActions = {
  readonly toggleSaved: () => void
  readonly toggleRead: () => void
  readonly toggleNote: () => void
  /** From the text of the feed to that of the page and back; fetches the page where it is not stored. */
  readonly toggleText: () => void
  readonly isFetchingText: boolean
  /** Null where the article has no address. */
  readonly openOriginal: (() => void) | null
  readonly fetchAgain: () => void
  readonly cite: () => void
  readonly print: () => void
}

/** The actions of an article, offered to the keys as well. */
export function useArticleActions(
  article: Article,
  scroller: RefObject<HTMLDivElement | null>,
  onOrigin: (origin: TextOrigin) => void,
): ArticleActions {
  const bridge = useBridge()
  const { setRead, setSaved } = useMarking()
  const text = useText(article, onOrigin)
  const cite = useCite(article)
  const { id, isRead, isSaved, url } = article
  const actions: ArticleActions = {
    ...text,
    toggleSaved: () => void setSaved(id, !isSaved),
    toggleRead: () => void setRead(id, !isRead),
    toggleNote: () => showNote(!useScreen.getState().isNoteOpen),
    openOriginal: url === null ? null : () => bridge.openAddress(url),
    cite,
    print: () => bridge.print(),
  }
  useAction('toggleSaved', actions.toggleSaved)
  useAction('toggleRead', actions.toggleRead)
  useAction('editNote', actions.toggleNote)
  useAction('toggleFullText', actions.toggleText)
  useAction('openOriginal', actions.openOriginal)
  useAction('copyCitation', actions.cite)
  useAction('print', actions.print)
  useAction('scrollOn', () => scrollOn(scroller.current))
  return actions
}

function useText(article: Article, onOrigin: (origin: TextOrigin) => void) {
  const fetchFullText = useRequest('fetchFullText')
  const fetch = () => fetchFullText.mutate({ id: article.id }, { onSuccess: () => onOrigin('page'), onError: tellRefusal })
  const isFetchingText = fetchFullText.isPending && fetchFullText.variables.id === article.id
  const other: TextOrigin = article.origin === 'page' ? 'feed' : 'page'
  return {
    isFetchingText,
    fetchAgain: fetch,
    toggleText: () => {
      if (article.origins.includes(other)) onOrigin(other)
      else if (other === 'page' && !isFetchingText) fetch()
    },
  }
}

function useCite(article: Article): () => void {
  const { t, locale } = useWords()
  return () => {
    const { author, title, sourceTitle, url, publishedAt } = article
    const published = publishedAt === null ? null : longDate(locale, publishedAt)
    const accessed = t('reading.accessed', { date: longDate(locale, Date.now()) })
    navigator.clipboard.writeText(citation({ author, title, sourceTitle, url, published, accessed })).then(
      () => tell('toast.copied'),
      () => tell('toast.notCopied'),
    )
  }
}

// A little less than a page, so that the last line read is still to be seen.
function scrollOn(scroller: HTMLDivElement | null): void {
  if (scroller === null) return
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 8
  if (isAtEnd) perform('nextUnread')
  else scroller.scrollBy({ top: scroller.clientHeight * 0.88 })
}
