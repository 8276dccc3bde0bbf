import { useRef } from 'react'
import type { Article, TextOrigin } from '../../shared/contract/article.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { useScreen } from '../state/screen.ts'
import { useWords } from '../words/useWords.ts'
import { ArticleFoot } from './ArticleFoot.tsx'
import { ArticleFrame } from './ArticleFrame.tsx'
import { ArticleHead } from './ArticleHead.tsx'
import { MutedNote } from './MutedNote.tsx'
import { NoteEditor } from './NoteEditor.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useArticleActions } from './useArticleActions.ts'
import { useMarkRead } from './useMarkRead.ts'
import { usePrintSheet } from './usePrintSheet.ts'
import { useReadingPlace } from './useReadingPlace.ts'

type ArticleViewProps = {
  readonly article: Article
  /** Asks for the text of the feed or of the page. */
  readonly onOrigin: (origin: TextOrigin) => void
}

/** An article: toolbar, head, text, foot, in one column that scrolls. */
export function ArticleView({ article, onOrigin }: ArticleViewProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const progress = useRef<HTMLDivElement>(null)
  const isNoteOpen = useScreen((screen) => screen.isNoteOpen)
  const actions = useArticleActions(article, scroller, onOrigin)
  const { restore, onScroll } = useReadingPlace(article, scroller, progress)
  useMarkRead(article)
  usePrintSheet(scroller)
  return (
    <>
      <Toolbar article={article} actions={actions} />
      <div className="reading-progress" ref={progress} aria-hidden />
      <div className="reading-scroll" ref={scroller} onScroll={onScroll} data-pane-focus tabIndex={-1}>
        <article className="article" lang={article.language ?? undefined}>
          <ArticleHead article={article} />
          <MutedNote article={article} />
          {(isNoteOpen || hasOwnWords(article)) && <NoteEditor article={article} isOpen={isNoteOpen} />}
          {article.html === '' && <NoText article={article} />}
          <ArticleFrame html={article.html} language={article.language} onReady={restore} />
          <ArticleFoot article={article} />
        </article>
      </div>
    </>
  )
}

function hasOwnWords({ note, tags, collectionId }: Article): boolean {
  return (note ?? '') !== '' || tags.length > 0 || collectionId !== null
}

function NoText({ article }: { readonly article: Article }) {
  const { t } = useWords()
  return (
    <>
      {article.excerpt !== '' && <p className="article-excerpt">{article.excerpt}</p>}
      <EmptyState title={t('reading.noText')} advice={t('reading.noTextAdvice')} />
    </>
  )
}
