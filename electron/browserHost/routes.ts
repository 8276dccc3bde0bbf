import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Failure } from '../../shared/failures.ts'
import { spoken } from '../../shared/spoken.ts'
import type { Bundle } from '../gate/bundleFiles.ts'
import type { Gate } from '../gate/gate.ts'
import { largestInputOf } from '../gate/limits.ts'
import type { FindPicture } from '../gate/storedPictures.ts'
import { bearerOf, callerFault, isForThisHost } from './callerChecks.ts'
import type { EventStreams } from './eventStream.ts'
import { answerFiles, type FileExchange } from './fileRoutes.ts'
import { imageHeaders, safeHeaders } from './headers.ts'
import type { ImageSigner } from './images.ts'
import { readBody } from './readBody.ts'
import { refuse, refuseBody, sendJson, sendNothing } from './respond.ts'
import type { Session } from './session.ts'

/** What the routes of one host are made of. `authority`: its address and port. */
export interface Site {
  readonly authority: string
  readonly gate: Gate
  readonly session: Session
  readonly bundle: Bundle
  readonly streams: EventStreams
  readonly signer: ImageSigner
  readonly findImage: FindPicture
  /** Null where no profile's files leave or enter. */
  readonly files: FileExchange | null
}

const LARGEST_SESSION_BODY = 1024
const notAllowed: Failure = { kind: 'not-allowed' }

/** Answers a request, whatever it is. */
export async function route(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value)
  if (!isForThisHost(request, site.authority)) return sendNothing(response, 421)
  const path = request.url ?? '/'
  if (path === '/session') return await answerSession(site, request, response)
  if (path.startsWith('/api/')) return await answerApi(site, request, response, path.slice('/api/'.length))
  if (path.startsWith('/files/') && site.files !== null) return await exchangeFile(site, site.files, request, response)
  if (path.startsWith('/img/')) return await sendImage(site, request, response, path)
  return await sendFile(site, request, response, path)
}

/** Exchanges a one-time code for the token. */
async function answerSession(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const fault = callerFault(request, site.authority)
  if (fault !== null) return refuse(response, fault, spoken(notAllowed))
  const body = await readBody(request, LARGEST_SESSION_BODY)
  if (!body.ok) return refuseBody(response, body.status)
  const { code } = (body.value ?? {}) as { readonly code?: unknown }
  const token = typeof code === 'string' ? site.session.exchange(code) : null
  if (token === null) return await refuseGuess(site, response)
  return sendJson(response, 200, JSON.stringify({ token }))
}

async function answerApi(site: Site, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  if (!site.session.isToken(bearerOf(request))) return await refuseGuess(site, response)
  const fault = callerFault(request, site.authority)
  if (fault !== null) return refuse(response, fault, spoken(notAllowed))
  const body = await readBody(request, largestInputOf(name))
  if (!body.ok) return refuseBody(response, body.status)
  if (name === 'events') return openStream(site, response)
  const answer = await site.gate.answer(name, body.value)
  const status = !answer.ok && answer.failure.kind === 'bad-request' ? 400 : 200
  return sendJson(response, status, site.signer.signAll(JSON.stringify(answer)))
}

async function exchangeFile(site: Site, files: FileExchange, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  if (!/^\/files\/(?:leave$|print$|enter(?:\/|$))/.test(path)) return await files.downloads.send(request, response, path)
  if (!site.session.isToken(bearerOf(request))) return await refuseGuess(site, response)
  return await answerFiles(files, site.authority, request, response)
}

function openStream(site: Site, response: ServerResponse): void {
  if (!site.streams.open(response)) refuse(response, 503, spoken({ kind: 'bad-request', reason: 'too-many-tabs' }))
}

async function sendImage(site: Site, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (!isReading(request)) return sendNothing(response, 405)
  const asked = site.signer.verify(path)
  if (asked?.isOurs === false) return await refuseGuess(site, response)
  const image = asked === null ? null : await site.findImage(asked.sha256)
  if (image === null) return sendNothing(response, 404)
  response.writeHead(200, { ...imageHeaders, 'Content-Type': image.type, 'Content-Length': image.bytes.byteLength })
  response.end(request.method === 'HEAD' ? undefined : image.bytes)
}

async function sendFile(site: Site, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  if (!isReading(request)) return sendNothing(response, 405)
  const file = site.bundle.get(path)
  if (file === undefined) return sendNothing(response, 404)
  const bytes = await readFile(file.path)
  response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': bytes.length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function isReading(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

async function refuseGuess(site: Site, response: ServerResponse): Promise<void> {
  await setTimeout(site.session.guessDelay())
  refuse(response, 401, spoken(notAllowed))
}
