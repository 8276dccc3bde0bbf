import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { handOnKey } from '../state/useKeys.ts'
import { useSettings } from '../state/settings.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useWords } from '../words/useWords.ts'
import { followLinks } from './followLinks.ts'
import { showNews } from './newsDocument.ts'

type ArticleFrameProps = {
  readonly html: string
  readonly language: string | null
  /** Called when the text has its height: now a place in it can be found again. */
  readonly onReady: () => void
}

/** The text of an article, in a frame of its own that runs no script and is as high as its text. */
export function ArticleFrame({ html, language, onReady }: ArticleFrameProps) {
  const { t } = useWords()
  const bridge = useBridge()
  const { theme, readingFont, textSize } = useSettings()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(0)
  const look = useRef({ language, theme, font: readingFont, textSize })

  useLayoutEffect(() => {
    look.current = { language, theme, font: readingFont, textSize }
    const root = frame.current?.contentDocument?.documentElement
    if (root === undefined) return
    root.dataset['theme'] = theme
    root.dataset['font'] = readingFont
    root.dataset['size'] = String(textSize)
  }, [language, theme, readingFont, textSize])

  useLayoutEffect(() => {
    if (frame.current !== null) showNews(frame.current, html, look.current)
  }, [html])

  useEffect(
    () => joinFrame(frame.current, { onHeight: setHeight, onReady, openAddress: (url) => bridge.openAddress(url) }),
    [bridge, onReady],
  )

  return (
    <iframe
      ref={frame}
      className="article-frame"
      sandbox="allow-same-origin"
      title={t('reading.body')}
      style={{ height }}
      data-ready={height > 0}
      referrerPolicy="no-referrer"
    />
  )
}

type Joined = { readonly onHeight: (height: number) => void; readonly onReady: () => void; readonly openAddress: (url: string) => void }

/** Joins the document of the frame to the screen each time it has loaded: its links, its keys, its height. */
function joinFrame(frame: HTMLIFrameElement | null, { onHeight, onReady, openAddress }: Joined): (() => void) | undefined {
  if (frame === null) return undefined
  let leave: (() => void) | null = null
  const onLoad = () => {
    leave?.()
    const inside = frame.contentDocument
    if (inside?.body?.classList.contains('article-body') !== true) return
    const measure = () => onHeight(Math.ceil(inside.body.getBoundingClientRect().height))
    const observer = new ResizeObserver(measure)
    observer.observe(inside.body)
    inside.addEventListener('keydown', handOnKey)
    const leaveLinks = followLinks(inside, openAddress)
    measure()
    requestAnimationFrame(onReady)
    leave = () => {
      observer.disconnect()
      leaveLinks()
      inside.removeEventListener('keydown', handOnKey)
    }
  }
  frame.addEventListener('load', onLoad)
  return () => {
    frame.removeEventListener('load', onLoad)
    leave?.()
  }
}
