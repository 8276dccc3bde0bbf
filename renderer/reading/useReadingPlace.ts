import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react'
import type { Article } from '../../shared/contract/article.ts'
import { useBridge } from '../state/bridgeContext.tsx'

const SETTLES = 800
const LEAST_MOVE = 0.01
/** Who had read as far as this begins again at the top. */
const AT_THE_END = 0.97

type ReadingPlace = { readonly restore: () => void; readonly onScroll: () => void }
type Box = RefObject<HTMLDivElement | null>

/** Keeps how far an article was read, shows it in a thin line, and finds the place again when it is opened once more. */
export function useReadingPlace(article: Article, scroller: Box, progress: Box): ReadingPlace {
  const bridge = useBridge()
  const { id } = article
  // As it was when the article was opened: what is kept meanwhile must not move the text.
  // oxlint-disable-next-line react/exhaustive-deps
  const readTo = useMemo(() => article.readTo, [id])
  // Of the article in the frame, which is the one before for a moment after another was chosen.
  const place = useRef({ id: '', kept: 0, at: 0 })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const { id: of, at, kept } = place.current
    if (of === '' || Math.abs(at - kept) < LEAST_MOVE) return
    place.current.kept = at
    void bridge.call('keepReadingPlace', { id: of, readTo: at })
  }, [bridge])

  const onScroll = useCallback(() => {
    const at = placeIn(scroller.current)
    progress.current?.style.setProperty('transform', `scaleX(${at})`)
    place.current.at = at
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, SETTLES)
  }, [keep, progress, scroller])

  // Once for each article: a text that is shown anew, in full or from the feed, stays where it was.
  const restore = useCallback(() => {
    const box = scroller.current
    if (place.current.id === id || box === null) return
    keep()
    const kept = readTo < AT_THE_END ? readTo : 0
    place.current = { id, kept, at: kept }
    box.scrollTo({ top: kept * (box.scrollHeight - box.clientHeight) })
    progress.current?.style.setProperty('transform', `scaleX(${kept})`)
  }, [id, readTo, keep, progress, scroller])

  useOnLeave(keep)
  return { restore, onScroll }
}

function useOnLeave(keep: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])
}

function placeIn(box: HTMLDivElement | null): number {
  const way = box === null ? 0 : box.scrollHeight - box.clientHeight
  return box === null || way <= 0 ? 0 : Math.min(1, Math.max(0, box.scrollTop / way))
}
