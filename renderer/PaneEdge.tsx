import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useChangeSettings, useSettings } from './state/settings.ts'
import { useWords } from './words/useWords.ts'

/** How wide each pane may be, as the settings allow. */
const limits = {
  sidebar: { setting: 'sidebarWidth', least: 220, most: 280, property: '--sidebar', words: 'frame.resizeSidebar' },
  list: { setting: 'timelineWidth', least: 340, most: 420, property: '--list', words: 'frame.resizeList' },
} as const

const STEP = 10

/** The edge of a pane, to drag or to move with the arrow keys; the width is remembered. */
export function PaneEdge({ of }: { readonly of: keyof typeof limits }) {
  const { t } = useWords()
  const { setting, least, most, property, words } = limits[of]
  const width = useSettings()[setting]
  const change = useChangeSettings()
  const within = (wanted: number) => Math.round(Math.min(most, Math.max(least, wanted)))
  const keep = (wanted: number) => change({ [setting]: within(wanted) })
  const dragging = useDragging({ width, property, within, keep })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') keep(width - STEP)
    if (event.key === 'ArrowRight') keep(width + STEP)
  }
  return (
    // A separator that can be focused is a control: it has a value that the arrow keys change.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      className="pane-edge"
      tabIndex={0}
      aria-label={t(words)}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      {...dragging}
      onKeyDown={onKeyDown}
    />
  )
}

type Dragged = {
  readonly width: number
  /** The custom property of the frame that sets the width. */
  readonly property: string
  readonly within: (wanted: number) => number
  readonly keep: (wanted: number) => void
}

// While it is dragged only the style changes: settings are kept once, at the end.
function useDragging({ width, property, within, keep }: Dragged) {
  const drag = useRef<{ readonly from: number; at: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { from: event.clientX - width, at: width }
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (drag.current === null) return
      drag.current.at = within(event.clientX - drag.current.from)
      event.currentTarget.closest<HTMLElement>('.frame')?.style.setProperty(property, `${drag.current.at}px`)
    },
    onPointerUp: () => {
      if (drag.current !== null) keep(drag.current.at)
      drag.current = null
    },
  }
}
