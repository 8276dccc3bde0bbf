import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { guardFrameDrags } from '../state/frameDrags.ts'
import { handOnKey } from '../state/useKeys.ts'
import { useSettings } from '../state/settings.ts'
import { useScreen } from '../state/screen.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useWords } from '../words/useWords.ts'
import { followLinks } from './followLinks.ts'
import { markFound, wordsToMark } from './markFound.ts'
import { openNewsFrame, showNews } from './newsDocument.ts'

type ArticleFrameProps = {
  readonly html: string
  readonly language: string | null
  /** Called when a text stands with its height: now a place in it can be found again. Another one for another article. */
  readonly onReady: () => void
}

/**
 * The text of an article, in a frame of its own that runs no script and is as high as its text.
 * The frame is opened once and stays from article to article: only what stands in it changes, which takes a tenth of the time.
 */
export function ArticleFrame({ html, language, onReady }: ArticleFrameProps) {
  const { t } = useWords()
  const sought = useScreen(({ place }) => (place.view.kind === 'search' ? place.view.query : ''))
  const frame = useRef<HTMLIFrameElement>(null)
  const [inside, setInside] = useState<Document | null>(null)

  useLayoutEffect(() => (frame.current === null ? undefined : openNewsFrame(frame.current, setInside)), [])

  useHand(inside)
  useLayoutEffect(() => {
    if (inside === null || frame.current === null) return
    showNews(inside, html, language)
    fit(frame.current, inside)
    onReady()
  }, [inside, html, language, onReady])

  useEffect(() => {
    if (inside !== null) markFound(inside, html === '' ? [] : wordsToMark(sought))
  }, [inside, html, sought])

  useListening(inside, frame)

  return (
    <iframe
      ref={frame}
      className="article-frame"
      sandbox="allow-same-origin"
      title={t('reading.body')}
      hidden={html === ''}
      data-ready={inside !== null}
      referrerPolicy="no-referrer"
    />
  )
}

/** Theme, typeface and size, as in the window around the frame. */
function useHand(inside: Document | null): void {
  const { theme, readingFont, textSize } = useSettings()
  useLayoutEffect(() => {
    if (inside === null) return
    const root = inside.documentElement
    for (const [name, value] of Object.entries({ theme, font: readingFont, size: textSize }))
      root.setAttribute(`data-${name}`, String(value))
  }, [inside, theme, readingFont, textSize])
}

/** Keeps the frame as high as its text, and hands keys and links on, for no script runs in it. */
function useListening(inside: Document | null, frame: RefObject<HTMLIFrameElement | null>): void {
  const bridge = useBridge()
  useEffect(() => {
    const box = frame.current
    if (inside === null || box === null) return undefined
    const observer = new ResizeObserver(() => fit(box, inside))
    observer.observe(inside.body)
    inside.addEventListener('keydown', handOnKey)
    const leaveDrags = guardFrameDrags(inside)
    const leaveLinks = followLinks(inside, (url) => bridge.openAddress(url))
    return () => {
      observer.disconnect()
      inside.removeEventListener('keydown', handOnKey)
      leaveDrags()
      leaveLinks()
    }
  }, [inside, frame, bridge])
}

function fit(frame: HTMLIFrameElement, inside: Document): void {
  frame.style.height = `${Math.ceil(inside.body.getBoundingClientRect().height)}px`
}
