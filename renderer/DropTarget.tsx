import { useEffect, useState } from 'react'
import { takeDropped, whatIsHeld, type Held } from './state/dropped.ts'
import { onFrameDrag } from './state/frameDrags.ts'
import { useScreen } from './state/screen.ts'
import './dropTarget.css'
import { useWords } from './words/useWords.ts'

/** Takes an address or a list of subscriptions that is dragged from elsewhere onto the window, wherever it is let go. */
export function DropTarget() {
  const { t } = useWords()
  const held = useHeld()
  if (held === null) return null
  return (
    <output className="drop-target">
      <p>{t(`drop.${held}`)}</p>
    </output>
  )
}

/** What is held over the window now. A page may drag things of its own, which are none of this. */
function useHeld(): Held {
  const [held, setHeld] = useState<Held>(null)
  useEffect(() => {
    let isOwn = false
    const listeners = {
      dragstart: () => (isOwn = true),
      dragend: () => (isOwn = false),
      dragenter: (event: DragEvent) => {
        if (!isOwn && event.dataTransfer !== null && useScreen.getState().dialog === null) setHeld(whatIsHeld(event.dataTransfer.types))
      },
      // Out of the window altogether, not from one element to the next.
      dragleave: (event: DragEvent) => event.relatedTarget === null && setHeld(null),
      dragover: (event: DragEvent) => !isOwn && allow(event),
      drop: (event: DragEvent) => {
        setHeld(null)
        if (isOwn || isTyped(event)) return
        // A file that nobody takes would be opened in place of the screen.
        event.preventDefault()
        if (event.dataTransfer !== null && useScreen.getState().dialog === null) takeDropped(event.dataTransfer)
      },
    }
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][]
    for (const [name, listener] of entries) window.addEventListener(name, listener)
    const leaveFrame = onFrameDrag((event) => listeners.dragenter(event))
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener)
      leaveFrame()
    }
  }, [])
  return held
}

function allow(event: DragEvent): void {
  if (isTyped(event) || whatIsHeld(event.dataTransfer?.types ?? []) === null) return
  event.preventDefault()
  if (event.dataTransfer !== null) event.dataTransfer.dropEffect = useScreen.getState().dialog === null ? 'copy' : 'none'
}

/** Text that is dropped into a field is text. */
function isTyped({ target, dataTransfer }: DragEvent): boolean {
  const isField = (target as Partial<Element> | null)?.closest?.('input,textarea') ?? null
  return isField !== null && dataTransfer?.types.includes('Files') !== true
}
