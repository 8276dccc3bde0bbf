/** The picture formats that are stored and shown. */
export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

/**
 * What a file is by its first bytes, whatever its name or server says; null for everything that is not one of the formats
 * that are shown (an SVG can carry scripts, and is none of them).
 */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = String.fromCodePoint(...bytes.subarray(0, 32))
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp' && /avi[fs]/.test(head.slice(8))) return 'image/avif'
  return null
}
