import { contextBridge, ipcRenderer } from 'electron'
import { requestNames } from '../shared/contract/requestNames.ts'
import { channels } from './shell/channels.ts'

// The one object that the screen is given: a function for each request, and a few for the host.
// It carries no names of channels and no events of Electron's.
const requests = Object.fromEntries(
  requestNames.map((name) => [name, (input: unknown): Promise<unknown> => ipcRenderer.invoke(channels.request, name, input)]),
)

contextBridge.exposeInMainWorld(
  'newsdesk',
  Object.freeze({
    ...requests,
    onEvent: (callback: unknown) => listen(channels.event, callback),
    onAction: (callback: unknown) => listen(channels.action, callback),
    onVisit: (callback: unknown) => {
      const leave = listen(channels.visit, callback)
      void ipcRenderer.invoke(channels.awaitVisits)
      return leave
    },
    tellOffered: (actions: unknown): Promise<unknown> => ipcRenderer.invoke(channels.offered, actions),
    desktopState: (): Promise<unknown> => ipcRenderer.invoke(channels.desktopState),
    changeDesktop: (change: unknown): Promise<unknown> => ipcRenderer.invoke(channels.changeDesktop, change),
    showLog: (): Promise<unknown> => ipcRenderer.invoke(channels.showLog),
    showMenu: (request: unknown): Promise<unknown> => ipcRenderer.invoke(channels.showMenu, request),
    openAddress: (url: unknown): Promise<unknown> => ipcRenderer.invoke(channels.openAddress, String(url)),
    updates: (command: unknown): Promise<unknown> => ipcRenderer.invoke(channels.updates, command),
    onUpdates: (callback: unknown) => listen(channels.updatesChanged, callback),
    print: (): Promise<unknown> => ipcRenderer.invoke(channels.print),
    keepPdf: (tokens: unknown): Promise<unknown> => ipcRenderer.invoke(channels.keepPdf, tokens),
    stopPdf: (): Promise<unknown> => ipcRenderer.invoke(channels.stopPdf),
    onPrinting: (callback: unknown) => listen(channels.printing, callback),
    keepFile: (token: unknown): Promise<unknown> => ipcRenderer.invoke(channels.keepFile, String(token)),
    chooseFile: (kinds: unknown): Promise<unknown> => ipcRenderer.invoke(channels.chooseFile, kinds),
    hostInfo: (): Promise<unknown> => ipcRenderer.invoke(channels.hostInfo),
  }),
)

function listen(channel: string, callback: unknown): () => void {
  if (typeof callback !== 'function') throw new TypeError('A function is needed to call back.')
  const hand = (_event: unknown, body: unknown): void => void callback(body)
  ipcRenderer.on(channel, hand)
  return () => void ipcRenderer.off(channel, hand)
}
