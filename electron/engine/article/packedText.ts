import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { ArticleDraft, ArticleText, Picture } from './articleDraft.ts'

const SMALLEST_TO_COMPRESS = 200
const AS_IT_IS = 0
const ZSTD = 1
const LEAST_WINDOW_LOG = 10
const MOST_WINDOW_LOG = 21

/** Everything but the two long texts, which follow it and each other without a mark between. */
type Header = [htmlLength: number, excerpt: string, pictures: readonly Picture[], isCut: boolean]

/**
 * A text as a blob: a byte for the form, a line of JSON, then HTML and plain text. The two say the same, so that together they pack
 * to little more than one of them.
 */
export function packText(text: ArticleText): Uint8Array {
  const header: Header = [text.html.length, text.excerpt, text.pictures, text.isCut]
  const bytes = Buffer.from(`${JSON.stringify(header)}\n${text.html}${text.text}`)
  if (bytes.length < SMALLEST_TO_COMPRESS) return Buffer.concat([Buffer.of(AS_IT_IS), bytes])
  return Buffer.concat([Buffer.of(ZSTD), zstdCompressSync(bytes, settingsFor(bytes.length))])
}

/** Drafts whose feed's texts are packed already. The texts of all stand in one piece of memory, which can be handed to another thread. */
export function packDrafts(drafts: readonly ArticleDraft[]): ArticleDraft[] {
  const packed = drafts.map(({ feedText }) => feedText && packText(feedText))
  const all = new Uint8Array(packed.reduce((sum, one) => sum + (one?.length ?? 0), 0))
  let end = 0
  return drafts.map((draft, at) => {
    const one = packed[at]
    if (!one) return draft
    all.set(one, end)
    end += one.length
    return { ...draft, packedFeedText: all.subarray(end - one.length, end) }
  })
}

/** A packed text again; null where there is none, or its blob is damaged. */
export function unpackText(blob: Uint8Array | null): ArticleText | null {
  if (blob === null) return null
  try {
    const packed = blob.subarray(1)
    const all = (blob[0] === ZSTD ? zstdDecompressSync(packed, { chunkSize: roomFor(packed.length * 8) }) : Buffer.from(packed)).toString()
    const line = all.indexOf('\n')
    const [htmlLength, excerpt, pictures, isCut] = JSON.parse(all.slice(0, line)) as Header
    const middle = line + 1 + htmlLength
    return { html: all.slice(line + 1, middle), text: all.slice(middle), excerpt, pictures, isCut }
  } catch {
    // Damage inside a page of text: the article is fetched again or shown without it.
    return null
  }
}

/** The checksum finds damage inside a text, which SQLite cannot see. A window no wider than the text makes unpacking twice as fast. */
function settingsFor(bytes: number) {
  const window = Math.min(MOST_WINDOW_LOG, Math.max(LEAST_WINDOW_LOG, Math.ceil(Math.log2(bytes))))
  return {
    chunkSize: roomFor(bytes / 2),
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1, [constants.ZSTD_c_windowLog]: window },
  }
}

/** Memory for what comes out: taken anew for each text, so not the usual 64 KiB. */
function roomFor(bytes: number): number {
  return Math.round(Math.min(65_536, Math.max(1_024, bytes)))
}
