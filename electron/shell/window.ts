import { BrowserWindow, app, nativeTheme } from 'electron'
import { edition } from '../../shared/edition.ts'
import { appOrigin, isOfApp } from './appOrigin.ts'
import { webPreferences } from './webPreferences.ts'
import type { WindowPlace } from './windowPlace.ts'

/** Opens the window with the screen in it. It shows when it has something to show. */
export function openWindow(preload: string, place: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...place.remembered(),
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: edition.productName,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161614' : '#fbfaf7',
    ...(process.platform === 'darwin' && { titleBarStyle: 'hiddenInset' as const }),
    webPreferences: webPreferences(preload, app.isPackaged),
  })
  place.follow(window)
  comeHome(window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${appOrigin()}/`)
  return window
}

// An address that Chromium cannot read leads to an empty page, without a question that could be answered with no.
function comeHome(window: BrowserWindow): void {
  window.webContents.on('did-navigate', (_, url) => {
    if (!isOfApp(url)) void window.loadURL(`${appOrigin()}/`)
  })
}
