import { pictureType, type PictureType } from '../../../shared/pictureType.ts'
import { pictureSize } from './pictureSize.ts'

/** More pixels than this are not shown: a small file can stand for a picture that fills the memory (`hazards.json` X07). */
export const MOST_PIXELS = 40_000_000
/** Pictures this small in both directions are there to count readers. */
const TRACKER = 3

/** What a picture is by its bytes; null where it is none that may be stored. */
export function checkPicture(bytes: Uint8Array): PictureType | null {
  const type = pictureType(bytes)
  const size = type === null ? null : pictureSize(bytes, type)
  if (type === null || size === null) return null
  const isTracker = size.width <= TRACKER && size.height <= TRACKER
  return size.width * size.height > MOST_PIXELS || isTracker || !isWhole(bytes, type) ? null : type
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
      return true
  }
}

/** Whether a mark stands in the last bytes; writers and servers put a little padding behind it. */
function ends(bytes: Uint8Array, mark: readonly number[], within: number): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-within)
  return tail.includes(Buffer.from(mark))
}
