import type { WebPreferences } from 'electron'

/** Where the screen's session keeps what it keeps: in memory. */
export const UI_PARTITION = 'ui'

/** The preferences of every window: the table of the security baseline. */
export function webPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    partition: UI_PARTITION,
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    webgl: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    autoplayPolicy: 'document-user-activation-required',
    devTools: !isPackaged,
  }
}
