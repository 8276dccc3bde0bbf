import { extensionOf } from './fileKinds.ts'

const MOST_BYTES = 180
const MOST_CHARACTERS = 100
/** Names of devices, which Windows takes for themselves whatever stands behind the first dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
/** Characters that no name may have on one of the three systems, and control characters. */
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f]+/g
/** What is not seen, or turns the direction of writing: a name must look like what it is. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{fe00}-\u{fe0f}\u{e0000}-\u{e0fff}]/gu

/**
 * A name that Windows, macOS and Linux all take for a plain file: no path, no reserved or forbidden name, no invisible or
 * turning characters, at most 100 characters and 180 bytes.
 *
 * @param raw what the file should be called, without the end of its name.
 * @param extension the end of its name, without the dot; empty for none.
 */
export function safeFileName(raw: string, extension = ''): string {
  const end = extension === '' ? '' : `.${extension}`
  const plain = raw.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ')
  const base = trimmed(shortened(trimmed(plain), MOST_BYTES - end.length))
  const free = RESERVED.test(base) ? `_${base}` : base
  return `${free === '' ? 'file' : free}${end}`
}

/** A name that came from outside, made safe; the end of its name stays. */
export function safeWholeName(raw: string): string {
  const last = raw.split(/[/\\]/).at(-1) ?? ''
  const extension = extensionOf(last)
  return safeFileName(extension === '' ? last : last.slice(0, -extension.length - 1), extension)
}

// Windows drops dots and spaces at the end; a dot at the start hides a file elsewhere.
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '')
}

function shortened(name: string, mostBytes: number): string {
  const measure = new TextEncoder()
  let kept = ''
  let bytes = 0
  let count = 0
  for (const { segment: character } of new Intl.Segmenter().segment(name)) {
    bytes += measure.encode(character).length
    count += 1
    if (bytes > mostBytes || count > MOST_CHARACTERS) break
    kept += character
  }
  return kept
}
