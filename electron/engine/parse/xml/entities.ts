import { Parser } from 'htmlparser2'

const LONGEST_REFERENCE = 34
const MOST_REMEMBERED = 4_000
const SEMICOLON = 0x3b
const HASH = 0x23

/** Characters 128 to 159 as publishers mean them: windows-1252, whatever the document says of itself. */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const named = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * Reads the references of XML and HTML, once, in text that came out of the tokenizer (never in CDATA). A name must end
 * in `;`, so that the `&copy=` of an address stays what it is. What nobody knows stays as written; a DOCTYPE's own
 * entities are such. A plain loop, since this is where most of the time goes.
 */
export function decodeReferences(raw: string): string {
  if (!raw.includes('&')) return raw
  // Escaped markup is most of it, and goes quickest so; `&amp;lt;` holds no `&lt;`, so nothing is read twice.
  const text = raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  let at = text.indexOf('&')
  if (at < 0) return text
  let decoded = ''
  let done = 0
  while (at >= 0) {
    const end = endOfReference(text, at)
    const character = end < 0 ? null : characterOf(text, at + 1, end)
    if (character !== null) {
      decoded += text.slice(done, at) + character
      done = end + 1
    }
    at = text.indexOf('&', character === null ? at + 1 : done)
  }
  return decoded + text.slice(done)
}

/** A character of 128 to 159, as windows-1252 has it. */
export function strayControl(character: string): string {
  return WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80)
}

/** Where the `;` of the reference at an `&` stands; negative where there is none. Never looks far, however many `&` there are. */
function endOfReference(text: string, at: number): number {
  const last = Math.min(text.length, at + LONGEST_REFERENCE)
  for (let index = at + 1; index < last; index += 1) {
    const code = text.charCodeAt(index)
    if (code === SEMICOLON) return index > at + 1 ? index : -1
    const isDigit = code >= 0x30 && code <= 0x39
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
    if (!isDigit && !isLetter && !(code === HASH && index === at + 1)) return -1
  }
  return -1
}

/** What the inside of a reference stands for; null where it is none. */
function characterOf(text: string, start: number, end: number): string | null {
  if (text.charCodeAt(start) !== HASH) {
    const name = text.slice(start, end)
    return named.get(name) ?? namedCharacter(name)
  }
  const isHexadecimal = (text.charCodeAt(start + 1) | 0x20) === 0x78
  const digits = text.slice(start + (isHexadecimal ? 2 : 1), end)
  const code = digits === '' ? Number.NaN : Number(isHexadecimal ? `0x${digits}` : digits)
  return Number.isNaN(code) ? null : numberedCharacter(code)
}

function numberedCharacter(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80)
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd
  const isNoCharacter = code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
  return isControl || isNoCharacter ? '' : String.fromCodePoint(code)
}

/** The library's table of HTML's names is reached through its parser, once a name. */
function namedCharacter(name: string): string {
  let character = ''
  const parser = new Parser({ ontext: (text) => (character += text) })
  parser.end(`&${name};`)
  if (named.size < MOST_REMEMBERED) named.set(name, character)
  return character
}
