import { app, shell } from 'electron'
import type { WebContents } from 'electron'
import { externalAddressOf } from './externalAddress.ts'

/** Opens an address outside, where that is allowed; tells whether it was. */
export function openOutside(raw: unknown): boolean {
  const address = externalAddressOf(raw)
  if (address !== null) void shell.openExternal(address)
  return address !== null
}

/** Keeps every page where it is: nothing navigates, opens a window, embeds one, or calls another computer. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_, contents) => guard(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, answer) => {
    event.preventDefault()
    answer()
  })
}

function guard(contents: WebContents): void {
  // Calls between browsers heed neither the page's policy nor the filter of its session: they are kept to the proxy of the session, where nobody listens.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // The text of an article stands in a frame that has its document with it.
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || event.url !== 'about:srcdoc') event.preventDefault()
  })
}
