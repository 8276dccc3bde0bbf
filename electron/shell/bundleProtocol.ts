import { readFile } from 'node:fs/promises'
import { contentSecurityPolicy } from '../../shared/contentSecurityPolicy.ts'
import type { Bundle } from '../gate/bundleFiles.ts'
import { isOfApp } from './appOrigin.ts'
import { recoveryPage, RECOVERY_PATH } from './recoveryPage.ts'

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Answers a request of the app's scheme: files of the bundle by their very path, and nothing else. */
export async function answerFromBundle(bundle: Bundle, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const url = URL.parse(request.url)
  if (url === null || !isOfApp(request.url) || url.search !== '' || request.method !== 'GET') return nothing()
  if (url.pathname === RECOVERY_PATH)
    return new Response(recoveryPage, { headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } })
  const file = bundle.get(url.pathname)
  if (file === undefined) return nothing()
  return new Response(new Uint8Array(await readFile(file.path)), { headers: { ...headers, 'Content-Type': file.type } })
}

function nothing(): Response {
  return new Response(null, { status: 404, headers })
}
