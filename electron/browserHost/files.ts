import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { TransferFolder } from '../transfer/transferFolder.ts'
import { imageHeaders } from './headers.ts'
import { sendNothing } from './respond.ts'

/** What a file is fetched for: to be kept, or to be shown in a window of its own that prints it. */
export type FileUse = 'keep' | 'print'

/** Gives out addresses at which a file can be fetched once, and serves them: a download carries no token of the session. */
export interface FileDownloads {
  /** The path to fetch a file at; null where the file is gone. */
  pathOf(token: string, use: FileUse): Promise<string | null>
  /** Sends the file that a path names, and uses it up. */
  send(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
}

const MAC_LENGTH = 32

/** The {@link FileDownloads} of one run of a host, signed with a key of that run. */
export function createFileDownloads(transfers: TransferFolder): FileDownloads {
  const key = randomBytes(32)
  const macOf = (token: string, use: string): string =>
    createHmac('sha256', key).update(`${use} ${token}`).digest('hex').slice(0, MAC_LENGTH)

  function verified(path: string): { readonly token: string; readonly use: FileUse } | null {
    const [, use, token = '', mac = ''] = /^\/files\/(keep|print)\/([0-9a-f]{32})\.([0-9a-f]{32})$/.exec(path) ?? []
    const isOurs = use !== undefined && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(token, use)))
    return isOurs ? { token, use: use === 'print' ? 'print' : 'keep' } : null
  }

  return {
    pathOf: async (token, use) => {
      const file = await transfers.look('out', token)
      const isThere = file !== null && (use === 'keep' || file.type === 'text/html')
      return isThere ? `/files/${use}/${token}.${macOf(token, use)}` : null
    },
    send: async (request, response, path) => {
      if (request.method !== 'GET') return sendNothing(response, 405)
      // What another page leads to is not what a person asked for here.
      if (request.headers['sec-fetch-site'] !== 'same-origin') return sendNothing(response, 403)
      const asked = verified(path)
      const file = asked === null ? null : await transfers.take('out', asked.token)
      if (asked === null || file === null) return sendNothing(response, 404)
      response.writeHead(200, {
        ...(asked.use === 'print' ? printed : kept(file.name)),
        'Content-Type': file.type === 'text/html' ? 'text/html; charset=utf-8' : file.type,
        'Content-Length': file.bytes,
      })
      // Whoever broke it off knows; there is nobody left to tell.
      await pipeline(createReadStream(file.path), response).catch(() => undefined)
      await file.drop()
    },
  }
}

// Without scripts; of this origin, so that the page that opened it can ask for its printing. Its own policy narrows this.
const printed = {
  'Content-Security-Policy': "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-same-origin allow-modals",
}

function kept(name: string): Record<string, string> {
  return { 'Content-Security-Policy': imageHeaders['Content-Security-Policy'] ?? '', 'Content-Disposition': attachment(name) }
}

/** The header that has a browser keep a file under its name (RFC 6266), with a plain name for those that read no other. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.()-]+/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
