/** A Unicode encoding that shows in the bytes themselves. */
export type UnicodeForm = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be'

const marks: readonly (readonly [form: UnicodeForm, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The form that a byte order mark tells, or the NUL bytes around the ASCII character that every feed and page begins with
 * (XML 1.0, appendix F); null where neither shows.
 */
export function unicodeForm(bytes: Uint8Array): UnicodeForm | null {
  for (const [form, mark] of marks) if (mark.every((byte, place) => bytes[place] === byte)) return form
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('')
  if (zeros === 'x000') return 'utf-32le'
  if (zeros === '000x') return 'utf-32be'
  if (zeros === 'x0x0' || zeros === 'x0xx') return 'utf-16le'
  if (zeros === '0x0x' || zeros === '0xxx') return 'utf-16be'
  return null
}

/** UTF-32, which TextDecoder leaves out. A number that is no character becomes U+FFFD; so does a cut-off end. */
export function decodeUtf32(bytes: Uint8Array, form: 'utf-32le' | 'utf-32be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: string[] = []
  let part = ''
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, form === 'utf-32le')
    if (at > 0 || code !== 0xfeff) part += characterOf(code)
    if (part.length > 4_096) {
      parts.push(part)
      part = ''
    }
  }
  if (bytes.byteLength % 4 !== 0) part += '\ufffd'
  return parts.join('') + part
}

function characterOf(code: number): string {
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? String.fromCodePoint(code) : '\ufffd'
}
