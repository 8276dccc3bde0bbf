import { useEffect } from 'react'
import { articleMenu, sourceMenu } from '../shared/pointerMenus.ts'
import { whenOffered } from './state/actionDesk.ts'
import { useBridge } from './state/bridgeContext.tsx'
import { choose, goTo } from './state/screen.ts'

/**
 * Chooses the article or source that is clicked with the right button, or has the focus when the menu key is pressed, and has the host show
 * what can be done with it. Everything else (text, links, pictures, fields) is the host's own business.
 */
export function useContextMenus(): void {
  const { showMenu } = useBridge()
  useEffect(() => {
    if (showMenu === null) return undefined
    const onMenu = (event: MouseEvent) => {
      const line = lineOf(event.target)
      if (line === null) return
      event.preventDefault()
      const { x, y } = placeOf(event, line)
      const { row, source } = line.dataset
      if (row !== undefined) {
        choose(row, false)
        void whenOffered('toggleSaved').then(() => showMenu({ actions: [...articleMenu], x, y }))
      } else if (source !== undefined) {
        goTo({ kind: 'list', scope: { view: 'all', sourceId: source } })
        void whenOffered('editSource').then(() => showMenu({ actions: [...sourceMenu], x, y }))
      }
    }
    window.addEventListener('contextmenu', onMenu)
    return () => window.removeEventListener('contextmenu', onMenu)
  }, [showMenu])
}

function lineOf(target: EventTarget | null): HTMLElement | null {
  return (target as Partial<Element> | null)?.closest?.<HTMLElement>('[data-row],[data-source]') ?? null
}

/** Where the pointer is; for the keyboard, within the line. */
function placeOf({ clientX, clientY }: MouseEvent, line: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, top, right, bottom } = line.getBoundingClientRect()
  const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  const [x, y] = isInside ? [clientX, clientY] : [left + 24, top + 24]
  return { x: Math.max(0, Math.round(x)), y: Math.max(0, Math.round(y)) }
}
