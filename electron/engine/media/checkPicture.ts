import { pictureType, type PictureType } from '../../../shared/pictureType.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { pictureSize } from './pictureSize.ts'

/** More pixels than this are not shown: a small file can stand for a picture that fills the memory (`hazards.json` X07). */
export const MOST_PIXELS = 40_000_000
/** Pictures this small in both directions are there to count readers. */
const TRACKER = 3

/** Why bytes are not stored: no picture that can be shown, too large, there only to count readers, or cut off. */
export type PictureFault = 'other' | 'large' | 'pixel' | 'damaged'

/** What a picture is by its bytes, or why it may not be stored. */
export function checkPicture(bytes: Uint8Array): Result<PictureType, PictureFault> {
  const type = pictureType(bytes)
  if (type === null) return failed('other')
  const size = pictureSize(bytes, type)
  if (size === null) return failed('damaged')
  if (size.width <= TRACKER && size.height <= TRACKER) return failed('pixel')
  if (size.width * size.height > MOST_PIXELS) return failed('large')
  return isWhole(bytes, type) ? ok(type) : failed('damaged')
}

/** Whether the end that each format writes is there: a picture that was cut off in transfer would be shown half grey. */
function isWhole(bytes: Uint8Array, type: PictureType): boolean {
  switch (type) {
    case 'image/png':
      return ends(bytes, [0x49, 0x45, 0x4e, 0x44], 64)
    case 'image/jpeg':
      return ends(bytes, [0xff, 0xd9], 4096)
    case 'image/gif':
      return ends(bytes, [0x3b], 64)
    case 'image/webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.byteLength
    case 'image/avif':
      return isWholeBoxes(bytes)
  }
}

/** Whether a mark stands in the last bytes; writers and servers put a little padding behind it. */
function ends(bytes: Uint8Array, mark: readonly number[], within: number): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-within)
  return tail.includes(Buffer.from(mark))
}

/** An AVIF is a row of boxes, each with its length in front (ISO/IEC 14496-12, 4.2); 0 is "to the end", 1 has it in eight bytes. */
function isWholeBoxes(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  while (at + 8 <= bytes.byteLength) {
    const short = view.getUint32(at)
    if (short === 0) return true
    const length = short === 1 && at + 16 <= bytes.byteLength ? Number(view.getBigUint64(at + 8)) : short
    if (length < 8) return false
    at += length
  }
  return at <= bytes.byteLength
}
