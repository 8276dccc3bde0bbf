import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import { guardPermissions } from '../permissions.ts'

const PARTITION = 'printing'
const PATIENCE = 120_000

let shut: Promise<Session> | null = null

/**
 * A document as PDF, by Chromium's printing: in a window that nobody sees, without scripts, in a session of its own that reaches nothing
 * but the document itself. Rejects when it takes too long, and when it is stopped.
 */
export async function printPdf(path: string, stop: AbortSignal): Promise<Buffer> {
  shut ??= shutSession()
  await shut
  stop.throwIfAborted()
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      partition: PARTITION,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webgl: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: false,
    },
  })
  try {
    return await inTime(stop, async () => {
      await window.loadFile(path)
      return await window.webContents.printToPDF({
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      })
    })
  } finally {
    window.destroy()
  }
}

async function shutSession(): Promise<Session> {
  const own = session.fromPartition(PARTITION)
  guardPermissions(own)
  // The document carries its pictures itself; nothing that it names is asked for.
  own.webRequest.onBeforeRequest(({ url, resourceType }, answer) =>
    answer({ cancel: !url.startsWith('data:') && !(resourceType === 'mainFrame' && url.startsWith('file:')) }),
  )
  own.on('will-download', (event) => event.preventDefault())
  await own.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
  return own
}

async function inTime<Value>(stop: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  const ended = AbortSignal.any([stop, AbortSignal.timeout(PATIENCE)])
  const late = new Promise<never>((_, reject) => {
    ended.addEventListener('abort', () => reject(new Error('Printing was stopped, or took too long', { cause: ended.reason })), {
      once: true,
    })
  })
  return await Promise.race([work(), late])
}
