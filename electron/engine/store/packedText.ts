import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { ArticleText, Picture } from '../article/articleDraft.ts'

const SMALLEST_TO_COMPRESS = 200
const AS_IT_IS = 0
const ZSTD = 1
/** The checksum finds damage inside a text, which SQLite cannot see. */
const SETTINGS = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } }

type Parts = [html: string, text: string, excerpt: string, pictures: readonly Picture[], isCut: boolean]

/**
 * A text as a blob: a byte for the form, then JSON. HTML and plain text say the same, so that together they pack to
 * little more than one of them.
 */
export function packText(text: ArticleText): Uint8Array {
  const parts: Parts = [text.html, text.text, text.excerpt, text.pictures, text.isCut]
  const bytes = Buffer.from(JSON.stringify(parts))
  if (bytes.length < SMALLEST_TO_COMPRESS) return Buffer.concat([Buffer.of(AS_IT_IS), bytes])
  return Buffer.concat([Buffer.of(ZSTD), zstdCompressSync(bytes, SETTINGS)])
}

/** A packed text again; null where there is none, or its blob is damaged. */
export function unpackText(blob: Uint8Array | null): ArticleText | null {
  if (blob === null) return null
  try {
    const packed = blob.subarray(1)
    const bytes = blob[0] === ZSTD ? zstdDecompressSync(packed) : Buffer.from(packed)
    const [html, text, excerpt, pictures, isCut] = JSON.parse(bytes.toString()) as Parts
    return { html, text, excerpt, pictures, isCut }
  } catch {
    // Damage inside a page of text: the article is fetched again or shown without it.
    return null
  }
}
