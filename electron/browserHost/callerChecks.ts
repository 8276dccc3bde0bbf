import type { IncomingMessage } from 'node:http'

/**
 * Whether a request speaks to this very host: one Host header that names its address and port, and a path alone as its target.
 * A name that was made to point here (DNS rebinding) does not.
 */
export function isForThisHost(request: IncomingMessage, authority: string): boolean {
  const hosts = request.rawHeaders.filter((_, index) => index % 2 === 0).filter((name) => name.toLowerCase() === 'host')
  return hosts.length === 1 && request.headers.host === authority && request.url?.startsWith('/') === true
}

/**
 * The status to refuse a call of the interface with, or null: it must be a POST of JSON, or of another type that
 * no form can send, which a page of this origin made. Browsers set Origin and Sec-Fetch-Site themselves, so that no other page can.
 */
export function callerFault(
  request: IncomingMessage,
  authority: string,
  type: 'application/json' | 'application/octet-stream' = 'application/json',
): 403 | 405 | 415 | null {
  if (request.method !== 'POST') return 405
  const [given = '', parameter = 'charset=utf-8'] = (request.headers['content-type'] ?? '').toLowerCase().split(/;\s*/)
  if (given !== type || parameter !== 'charset=utf-8') return 415
  const isOwnOrigin = request.headers.origin === `http://${authority}` && request.headers['sec-fetch-site'] === 'same-origin'
  return isOwnOrigin ? null : 403
}

/** The bearer token of a request, or null. */
export function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null
}
