import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Article } from '../../shared/contract/article.ts'
import { useBridge } from '../state/bridgeContext.tsx'

const SETTLES = 800
const LEAST_MOVE = 0.01

type ReadingPlace = { readonly restore: () => void; readonly onScroll: () => void }
type Element = RefObject<HTMLDivElement | null>

/** Keeps how far an article was read, shows it in a thin line, and finds the place again when it is opened once more. */
export function useReadingPlace(article: Article, scroller: Element, progress: Element): ReadingPlace {
  const bridge = useBridge()
  const { id } = article
  const kept = useRef(article.readTo)
  const isRestored = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const at = placeIn(scroller.current)
    if (!isRestored.current || at === null || Math.abs(at - kept.current) < LEAST_MOVE) return
    kept.current = at
    void bridge.call('keepReadingPlace', { id, readTo: at })
  }, [bridge, id, scroller])

  const onScroll = useCallback(() => {
    const at = placeIn(scroller.current) ?? 0
    progress.current?.style.setProperty('transform', `scaleX(${at})`)
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, SETTLES)
  }, [keep, progress, scroller])

  const restore = useCallback(() => {
    const box = scroller.current
    if (isRestored.current || box === null) return
    isRestored.current = true
    // Who had read to the end begins again at the top.
    if (kept.current < 0.97) box.scrollTo({ top: kept.current * (box.scrollHeight - box.clientHeight) })
  }, [scroller])

  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      clearTimeout(timer.current)
    }
  }, [keep])
  return { restore, onScroll }
}

function placeIn(box: HTMLDivElement | null): number | null {
  if (box === null) return null
  const way = box.scrollHeight - box.clientHeight
  return way <= 0 ? null : Math.min(1, Math.max(0, box.scrollTop / way))
}
