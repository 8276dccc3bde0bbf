import { screen } from 'electron'
import type { BrowserWindow, Rectangle } from 'electron'
import type { ShellMemory } from './shellMemory.ts'

/** Remembers where the window stood. */
export interface WindowPlace {
  /** Where it stood, or null when it never did, or that place is on no screen any more. */
  readonly remembered: () => Rectangle | null
  /** Puts the window as large as it was, and remembers it from now on. */
  follow(window: BrowserWindow): void
}

const RESTS = 500

/** The place as the shell's memory has it. */
export function createWindowPlace(memory: ShellMemory): WindowPlace {
  return {
    remembered() {
      const place = memory.get('window')
      return place !== undefined && isRectangle(place) && isOnScreen(place) ? place : null
    },
    follow(window) {
      if (memory.get('window')?.isMaximised === true) window.maximize()
      let timer: NodeJS.Timeout | undefined
      const keep = (): void => {
        if (!window.isDestroyed()) memory.set('window', { ...window.getNormalBounds(), isMaximised: window.isMaximized() })
      }
      const keepSoon = (): void => {
        clearTimeout(timer)
        timer = setTimeout(keep, RESTS)
      }
      window.on('resize', keepSoon)
      window.on('move', keepSoon)
      window.on('close', keep)
    },
  }
}

function isRectangle(place: Rectangle): boolean {
  return [place.x, place.y, place.width, place.height].every(Number.isInteger)
}

// The title bar must be within reach: a screen may have been taken away since.
function isOnScreen(place: Rectangle): boolean {
  const { x, y, width, height } = screen.getDisplayMatching(place).workArea
  return place.x < x + width - 100 && place.x + place.width > x + 100 && place.y >= y - 10 && place.y < y + height - 50
}
