import type { IncomingMessage, ServerResponse } from 'node:http'
import { failed, ok } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { callerFault } from './callerChecks.ts'
import type { FileDownloads, FileUse } from './files.ts'
import { readBody, readBytes } from './readBody.ts'
import { refuse, refuseBody, sendJson } from './respond.ts'
import { LARGEST_PIECE, type Uploads } from './uploads.ts'

/** The files that leave and enter through one host. */
export interface FileExchange {
  readonly downloads: FileDownloads
  readonly uploads: Uploads
}

const LARGEST_WORDS = 4096

/**
 * Answers what a page that has the token asks of files: `leave` and `print` give the path to fetch one at, `enter` begins to bring one in, and
 * `enter/<id>` adds a piece.
 */
export async function answerFiles(
  { downloads, uploads }: FileExchange,
  authority: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, ask, id] = /^\/files\/(leave|print|enter)(?:\/([0-9a-f]{32}))?$/.exec(request.url ?? '') ?? []
  const isPiece = ask === 'enter' && id !== undefined
  const fault = callerFault(request, authority, isPiece ? 'application/octet-stream' : 'application/json')
  if (fault !== null) return refuse(response, fault, spoken({ kind: 'not-allowed' }))
  if (isPiece) return await addPiece(uploads, id, request, response)
  const body = await readBody(request, LARGEST_WORDS)
  if (!body.ok) return refuseBody(response, body.status)
  return sendJson(
    response,
    200,
    JSON.stringify(
      ask === 'enter' ? await uploads.begin(body.value) : await leave(downloads, ask === 'print' ? 'print' : 'keep', body.value),
    ),
  )
}

async function leave(downloads: FileDownloads, use: FileUse, asked: unknown) {
  const { token } = (asked ?? {}) as { readonly token?: unknown }
  const path = typeof token === 'string' ? await downloads.pathOf(token, use) : null
  return path === null ? failed(spoken({ kind: 'file-gone' })) : ok({ path })
}

async function addPiece(uploads: Uploads, id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBytes(request, LARGEST_PIECE)
  if (!body.ok) return refuseBody(response, body.status)
  return sendJson(response, 200, JSON.stringify(await uploads.add(id, body.value)))
}
