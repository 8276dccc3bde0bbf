import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress, type ZlibOptions, type ZstdOptions } from 'node:zlib'

/** Unpacked bytes, or why there are none. */
export type Unpacked =
  | { readonly kind: 'unpacked'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'damaged' }

/** A body of up to this size may be packed as tightly as it likes. */
const FREE_RATIO_UP_TO = 1024 * 1024
/** Beyond it this is no text but a bomb: real feeds stay below 50. */
const LARGEST_RATIO = 200
const MOST_ENCODINGS = 5

type Unpacker = (bytes: Uint8Array, options: ZlibOptions) => Promise<Buffer>

const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: promisify<Uint8Array, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<Uint8Array, ZlibOptions, Buffer>(gunzip),
  deflate: unpackDeflate,
  br: promisify<Uint8Array, ZlibOptions, Buffer>(brotliDecompress),
  zstd: (bytes, { maxOutputLength, chunkSize }) =>
    promisify<Uint8Array, ZstdOptions, Buffer>(zstdDecompress)(bytes, { maxOutputLength, chunkSize }),
}

/**
 * Takes the content encodings off, the last one first. Counts what comes out, never more than `limit`, and notices a cut-off end.
 *
 * @param contentEncoding the header as it came.
 */
export async function unpack(packed: Uint8Array, contentEncoding: string | undefined, limit: number): Promise<Unpacked> {
  const names = encodingsOf(contentEncoding)
  if (names.length > MOST_ENCODINGS) return { kind: 'damaged' }
  if (packed.byteLength === 0 || names.length === 0) return { kind: 'unpacked', bytes: ownBytes(packed) }
  const mostBytes = Math.min(limit, Math.max(FREE_RATIO_UP_TO, packed.byteLength * LARGEST_RATIO))
  let bytes = packed
  for (const name of names.reverse()) {
    const unpacker = unpackers[name]
    if (unpacker === undefined) return { kind: 'damaged' }
    try {
      bytes = await unpacker(bytes, { maxOutputLength: mostBytes, chunkSize: chunkFor(bytes.byteLength) })
    } catch (error) {
      return { kind: isTooLarge(error) ? 'too-large' : 'damaged' }
    }
  }
  return { kind: 'unpacked', bytes: ownBytes(bytes) }
}

/** Names that ask for something, in the order in which they were put on. */
function encodingsOf(contentEncoding: string | undefined): string[] {
  const names = (contentEncoding ?? '').toLowerCase().split(',')
  return names.map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity' && name !== 'none')
}

/** The standard's deflate is zlib's (RFC 9110, section 8.4.1.2); some servers send it bare. */
function unpackDeflate(bytes: Uint8Array, options: ZlibOptions): Promise<Buffer> {
  const [first = 0, second = 0] = bytes
  const isZlib = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
  return promisify<Uint8Array, ZlibOptions, Buffer>(isZlib ? inflate : inflateRaw)(bytes, options)
}

/** One trip to the thread pool for most feeds; a bomb is still met a piece at a time. */
function chunkFor(packedBytes: number): number {
  return Math.min(Math.max(packedBytes * 8, 16 * 1024), 512 * 1024)
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** A buffer of its own, which can be handed to a thread without taking a neighbour's bytes along. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength && bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes)
}
