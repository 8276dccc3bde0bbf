import { useEffect, useEffectEvent } from 'react'
import type { Article } from '../../shared/contract/article.ts'
import { useMarking } from '../state/marking.ts'

const A_MOMENT = 700

/** Marks an article read once it has been on screen for a moment; once only, so that a person may mark it unread again. */
export function useMarkRead(article: Article): void {
  const { setRead } = useMarking()
  const { id } = article
  const mark = useEffectEvent((of: string) => {
    if (of === id && !article.isRead) void setRead(id, true, true)
  })
  useEffect(() => {
    const timer = setTimeout(() => mark(id), A_MOMENT)
    return () => clearTimeout(timer)
  }, [id])
}
