import type { IncomingMessage } from 'node:http'

/** A body as JSON, or why there is none: the status to refuse with. */
export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: 400 | 413 }

/** Reads a body of at most `largest` bytes; one that is larger is given up as soon as that shows. */
export async function readBody(request: IncomingMessage, largest: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return { ok: false, status: 413 }
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > largest) return { ok: false, status: 413 }
      pieces.push(piece)
    }
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))) }
  } catch {
    return { ok: false, status: 400 }
  }
}
