import { BookOpenText } from 'lucide-react'
import { useState } from 'react'
import type { TextOrigin } from '../../shared/contract/article.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useArticle, usePrepareNext } from '../state/articles.ts'
import { useListing } from '../state/listing.ts'
import { useScreen } from '../state/screen.ts'
import { useLasting } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import { ArticleView } from './ArticleView.tsx'
import './reading.css'

/** The reading view: the chosen article, or an invitation to choose one. */
export function Reading() {
  const { t } = useWords()
  const articleId = useScreen((screen) => screen.place.articleId)
  return (
    <main className="reading" aria-label={t('frame.article')} tabIndex={-1}>
      {articleId === null ? (
        <EmptyState
          title={t('reading.none')}
          advice={t('reading.noneAdvice')}
          icon={<BookOpenText size={30} strokeWidth={1.4} aria-hidden />}
        />
      ) : (
        <Chosen articleId={articleId} />
      )}
    </main>
  )
}

function Chosen({ articleId }: { readonly articleId: string }) {
  const [wish, setWish] = useState<{ readonly of: string; readonly origin: TextOrigin } | null>(null)
  const query = useArticle(articleId, wish?.of === articleId ? wish.origin : null)
  const isLong = useLasting(query.isPending)
  const rows = useListing((listing) => listing.rows)
  usePrepareNext(rows[rows.findIndex((row) => row.id === articleId) + 1]?.id ?? null)
  if (query.isError) return <FailureNote failure={query.error.failure} onAct={() => void query.refetch()} />
  if (query.data === undefined) return isLong ? <Skeleton of="article" count={14} /> : null
  const { id } = query.data
  return <ArticleView article={query.data} onOrigin={(origin) => setWish({ of: id, origin })} />
}
