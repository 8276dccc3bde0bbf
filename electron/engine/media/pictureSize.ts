import type { PictureType } from '../../../shared/pictureType.ts'

/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The size that a picture's header states; null where the header is cut off or says nothing sensible. */
export function pictureSize(bytes: Uint8Array, type: PictureType): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = withinBounds(() => readSize(view, type))
  return size !== null && size.width > 0 && size.height > 0 ? size : null
}

function readSize(view: DataView, type: PictureType): PictureSize | null {
  switch (type) {
    case 'image/png':
      return { width: view.getUint32(16), height: view.getUint32(20) }
    case 'image/gif':
      return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    case 'image/jpeg':
      return jpegSize(view)
    case 'image/webp':
      return webpSize(view)
    case 'image/avif':
      return avifSize(view)
  }
}

/** The frame header (SOF0 to SOF15 without DHT, JPG and DAC) of a JPEG: ITU T.81, annex B. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    } else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** The three forms of a WebP: extended, lossless and lossy (RFC 9649). */
function webpSize(view: DataView): PictureSize | null {
  const form = String.fromCodePoint(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15))
  if (form === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  if (form === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (form !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}

/** The first image spatial extents property (`ispe`) of an AVIF. */
function avifSize(view: DataView): PictureSize | null {
  const end = Math.min(view.byteLength - 16, 4096)
  for (let at = 0; at < end; at += 1) {
    if (view.getUint32(at) === 0x69_73_70_65) return { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
  }
  return null
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00
}

/** A header that ends early reads past the end, which a DataView answers with a RangeError. */
function withinBounds(read: () => PictureSize | null): PictureSize | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
