import type { BrowserWindow } from 'electron'
import type { ShellMemory } from './shellMemory.ts'

/** A step of the zoom, or back to the size that everything was drawn for. */
export type ZoomStep = 'zoomIn' | 'zoomOut' | 'zoomReset'

/** In per cent. The size of the text that one reads is a setting of its own. */
const sizes = [70, 80, 90, 100, 110, 125, 150, 175, 200] as const
const ACTUAL = 100

/** The next size in a direction; the last one stays. */
export function zoomedBy(step: ZoomStep, percent: number): number {
  if (step === 'zoomReset') return ACTUAL
  const next = step === 'zoomIn' ? sizes.find((size) => size > percent) : sizes.findLast((size) => size < percent)
  return next ?? boundedZoom(percent)
}

/** A size as it was kept, within the bounds; anything else is the actual size. */
export function boundedZoom(kept: unknown): number {
  if (typeof kept !== 'number' || !Number.isFinite(kept)) return ACTUAL
  return Math.min(sizes.at(-1) ?? ACTUAL, Math.max(sizes[0], kept))
}

/** Draws a window as large as it was drawn last, whatever it loads. */
export function keepZoom(window: BrowserWindow, memory: ShellMemory): void {
  const { webContents } = window
  const apply = (): void => webContents.setZoomFactor(boundedZoom(memory.get('zoom')) / 100)
  webContents.on('did-finish-load', apply)
  // Pinching would enlarge a part of the screen and leave the rest out of it.
  webContents.on('did-finish-load', () => void webContents.setVisualZoomLevelLimits(1, 1))
  webContents.on('zoom-changed', (_, direction) => zoomWindow(window, memory, direction === 'in' ? 'zoomIn' : 'zoomOut'))
}

/** Draws a window a step larger or smaller, and remembers it. */
export function zoomWindow({ webContents }: BrowserWindow, memory: ShellMemory, step: ZoomStep): void {
  const percent = zoomedBy(step, boundedZoom(memory.get('zoom')))
  memory.set('zoom', percent)
  webContents.setZoomFactor(percent / 100)
}
