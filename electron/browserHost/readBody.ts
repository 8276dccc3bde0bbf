import type { IncomingMessage } from 'node:http'

/** A body, or why there is none: the status to refuse with. */
export type Body<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly status: 400 | 413 }

/** Reads a body of JSON, of at most `largest` bytes. */
export async function readBody(request: IncomingMessage, largest: number): Promise<Body<unknown>> {
  const body = await readBytes(request, largest)
  if (!body.ok) return body
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.value)) }
  } catch {
    return { ok: false, status: 400 }
  }
}

/** Reads a body of at most `largest` bytes; one that is larger is given up as soon as that shows. */
export async function readBytes(request: IncomingMessage, largest: number): Promise<Body<Uint8Array>> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return { ok: false, status: 413 }
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length
      if (size > largest) return { ok: false, status: 413 }
      pieces.push(piece)
    }
    return { ok: true, value: Buffer.concat(pieces) }
  } catch {
    return { ok: false, status: 400 }
  }
}
