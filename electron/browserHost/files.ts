import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { TransferFolder } from '../transfer/transferFolder.ts'
import { imageHeaders } from './headers.ts'
import { sendNothing } from './respond.ts'

/** Gives out addresses at which a file can be fetched once, and serves them: a download carries no token of the session. */
export interface FileDownloads {
  /** The path to fetch a file at; null where the file is gone. */
  pathOf(token: string): Promise<string | null>
  /** Sends the file that a path names, and uses it up. */
  send(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>
}

const MAC_LENGTH = 32

/** The {@link FileDownloads} of one run of a host, signed with a key of that run. */
export function createFileDownloads(transfers: TransferFolder): FileDownloads {
  const key = randomBytes(32)
  const macOf = (token: string): string => createHmac('sha256', key).update(token).digest('hex').slice(0, MAC_LENGTH)

  function verified(path: string): string | null {
    const [, token = '', mac = ''] = /^\/files\/([0-9a-f]{32})\.([0-9a-f]{32})$/.exec(path) ?? []
    return mac !== '' && timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(token))) ? token : null
  }

  return {
    pathOf: async (token) => ((await transfers.look('out', token)) === null ? null : `/files/${token}.${macOf(token)}`),
    send: async (request, response, path) => {
      if (request.method !== 'GET') return sendNothing(response, 405)
      // What another page leads to is not what a person asked for here.
      if (request.headers['sec-fetch-site'] !== 'same-origin') return sendNothing(response, 403)
      const token = verified(path)
      const file = token === null ? null : await transfers.take('out', token)
      if (file === null) return sendNothing(response, 404)
      response.writeHead(200, {
        'Content-Security-Policy': imageHeaders['Content-Security-Policy'],
        'Content-Type': file.type,
        'Content-Length': file.bytes,
        'Content-Disposition': attachment(file.name),
      })
      // Whoever broke it off knows; there is nobody left to tell.
      await pipeline(createReadStream(file.path), response).catch(() => undefined)
      await file.drop()
    },
  }
}

/** The header that has a browser keep a file under its name (RFC 6266), with a plain name for those that read no other. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.()-]+/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
