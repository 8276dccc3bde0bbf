import { app, nativeImage, type BrowserWindow } from 'electron'
import { BADGE_SIDE, badgePixels } from './badgePicture.ts'

/** Shows a number on the app's icon in the dock or taskbar; 0 shows none. `words` say it to screen readers, where there is a picture. */
export function showBadge(count: number, words: string, window: BrowserWindow | null): void {
  if (process.platform !== 'win32') return void app.setBadgeCount(count)
  window?.setOverlayIcon(count === 0 ? null : pictureOf(count), words)
}

function pictureOf(count: number): Electron.NativeImage {
  return nativeImage.createFromBitmap(badgePixels(count), { width: BADGE_SIDE, height: BADGE_SIDE, scaleFactor: 2 })
}
