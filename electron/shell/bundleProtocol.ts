import { readFile } from 'node:fs/promises'
import { contentSecurityPolicy } from '../../shared/contentSecurityPolicy.ts'
import type { Bundle } from '../gate/bundleFiles.ts'
import type { FindPicture } from '../gate/storedPictures.ts'
import { isOfApp } from './appOrigin.ts'
import { recoveryPage, RECOVERY_PATH } from './recoveryPage.ts'

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** What the app's scheme serves. */
export interface AppFiles {
  readonly bundle: Bundle
  readonly findPicture: FindPicture
}

/** Answers a request of the app's scheme: files of the bundle by their very path, stored pictures by their hash, and nothing else. */
export async function answerFromBundle({ bundle, findPicture }: AppFiles, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const url = URL.parse(request.url)
  if (url === null || !isOfApp(request.url) || url.search !== '' || request.method !== 'GET') return nothing()
  if (url.pathname.startsWith('/img/')) return await answerPicture(findPicture, url.pathname.slice('/img/'.length))
  if (url.pathname === RECOVERY_PATH) return filled(recoveryPage, 'text/html; charset=utf-8')
  const file = bundle.get(url.pathname)
  return file === undefined ? nothing() : filled(new Uint8Array(await readFile(file.path)), file.type)
}

async function answerPicture(findPicture: FindPicture, sha256: string): Promise<Response> {
  const picture = await findPicture(sha256)
  if (picture === null) return nothing()
  // A picture is no document: opened as one it may do nothing.
  const pictureHeaders = { ...headers, 'Content-Security-Policy': "default-src 'none'; sandbox", 'Content-Type': picture.type }
  return new Response(new Uint8Array(picture.bytes), { headers: pictureHeaders })
}

function filled(body: BodyInit, type: string): Response {
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
}

function nothing(): Response {
  return new Response(null, { status: 404, headers })
}
