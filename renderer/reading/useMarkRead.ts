import { useEffect, useRef } from 'react'
import type { Article } from '../../shared/contract/article.ts'
import { useMarking } from '../state/marking.ts'

const A_MOMENT = 700

/** Marks an article read once it has been on screen for a moment; once only, so that a person may mark it unread again. */
export function useMarkRead(article: Article): void {
  const { setRead } = useMarking()
  const { id } = article
  const wasRead = useRef(article.isRead)
  useEffect(() => {
    if (wasRead.current) return undefined
    const timer = setTimeout(() => {
      wasRead.current = true
      void setRead(id, true, true)
    }, A_MOMENT)
    return () => clearTimeout(timer)
  }, [id, setRead])
}
