import { createHash } from 'node:crypto'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Passes bytes on to a place, or to nowhere, and answers their SHA-256 in hex and how many there were.
 *
 * @param counted told of every piece.
 */
export async function hashThrough(
  from: NodeJS.ReadableStream,
  to: NodeJS.WritableStream | null,
  counted: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      hash.update(piece)
      bytes += piece.length
      counted(piece.length)
      done(null, piece)
    },
  })
  await pipeline(from, through, to ?? new Writable({ write: (_piece, _encoding, done) => done() }), { signal })
  return { sha256: hash.digest('hex'), bytes }
}
