import { decodedStrictly, detectedText } from './charsetGuess.ts'
import { decodeUtf32, unicodeForm } from './unicodeForm.ts'

/** What kind of document the bytes are, which says where it may declare its charset. */
export type Markup = 'xml' | 'html' | 'json'

/** How far into a document a declaration is looked for. Browsers look at 1,024 bytes; publishers need more. */
const DECLARATION_REACH = 4_096

/**
 * Bytes as text. Never throws: what nothing else explains is read as windows-1252.
 *
 * The order is the one that got most of the world's documents right: a byte order mark or the pattern of NUL bytes, strict
 * UTF-8, a declaration decoded strictly, a guess from the bytes without their tags, windows-1252. A declaration of UTF-8 or
 * Latin-1 says little (it is what tools write by default), and UTF-7 is never decoded, as the Encoding Standard asks.
 *
 * @param contentType the Content-Type header as it came, or null.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null, markup: Markup): string {
  return withoutControls(decoded(bytes, contentType, markup))
}

function decoded(bytes: Uint8Array, contentType: string | null, markup: Markup): string {
  const form = unicodeForm(bytes)
  if (form === 'utf-32le' || form === 'utf-32be') return decodeUtf32(bytes, form)
  if (form !== null) return new TextDecoder(form).decode(bytes)
  const declared = declarations(bytes, contentType, markup)
  const plain = decodedStrictly(bytes, 'utf-8')
  // ISO-2022-JP hides behind seven bits, so that it passes for UTF-8: here the declaration must speak first.
  if (plain !== null && !(declared.includes('iso-2022-jp') && bytes.includes(0x1b))) return plain
  const [first, second] = declared.filter(isStrong)
  if (first === undefined) return detectedText(bytes, declared)
  if (second !== undefined && second !== first) return detectedText(bytes, [first, second])
  return decodedStrictly(bytes, first) ?? detectedText(bytes, declared)
}

/** The canonical names of what the document and the header declare, the document's own word first. */
function declarations(bytes: Uint8Array, contentType: string | null, markup: Markup): string[] {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, DECLARATION_REACH)).toString('latin1')
  const inXml = markup === 'json' ? null : /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]+)["']/i.exec(start)
  const inMeta = markup === 'html' ? /<meta\s[^<>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start) : null
  const inHeader = contentType === null ? null : /;\s*charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)
  return [inMeta, inXml, inHeader].flatMap((match) => encodingOf(match?.[1]) ?? [])
}

/** Unknown labels, and UTF-7 among them, have no encoding; bytes whose declaration can be read are not UTF-16 (HTML, section 13.2.3.2). */
function encodingOf(label: string | undefined): string | null {
  if (label === undefined) return null
  try {
    const { encoding } = new TextDecoder(label)
    return encoding.startsWith('utf-16') ? null : encoding
  } catch {
    return null
  }
}

function isStrong(encoding: string): boolean {
  return encoding !== 'utf-8' && encoding !== 'windows-1252'
}

/** The C1 controls that no publisher means: windows-1252 punctuation that was passed off as Latin-1 or Unicode (HTML, section 13.2.5.80). */
function withoutControls(text: string): string {
  return text.replaceAll(/[\u0080-\u009f]/g, (control) => windows1252.decode(Uint8Array.of(control.charCodeAt(0))))
}

const windows1252 = new TextDecoder('windows-1252')
