import { useEffect, useRef, useState } from 'react'
import { strokeName } from '../state/keyMap.ts'
import { press, SECOND_KEY_WITHIN, settle, waiting, type Capture } from './capture.ts'

/** Listens for a new key until there is one, Escape is pressed, or the focus goes elsewhere. `onEnd` gets null where there is none. */
export function useCapture(isMac: boolean, onEnd: (keys: string | null) => void): Capture {
  const [capture, setCapture] = useState<Capture>(waiting)
  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = strokeName(event, isMac)
      if (event.isComposing || name === 'Tab' || name === 'Shift+Tab' || isOnButton(event)) return
      // Before the dialog hears of it: Escape would close that too.
      event.preventDefault()
      event.stopPropagation()
      if (name !== null) setCapture((before) => press(before, name))
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [isMac])
  useEffect(() => {
    if (capture.step === 'left') latest.current(null)
    if (capture.step === 'done') latest.current(capture.keys)
    if (capture.step !== 'pressed') return undefined
    const timer = setTimeout(() => setCapture(settle), SECOND_KEY_WITHIN)
    return () => clearTimeout(timer)
  }, [capture])
  return capture
}

// On the buttons of the catcher itself Enter and Space press them.
function isOnButton({ target, key }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('.catcher button') !== null
}
