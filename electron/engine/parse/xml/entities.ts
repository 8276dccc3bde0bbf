import { Parser } from 'htmlparser2'

/**
 * References of XML and HTML in text that came out of the tokenizer (never in CDATA). A name must end in `;`, so that the
 * `&copy=` of an address stays what it is. What nobody knows stays as written; a DOCTYPE's own entities are such.
 */
const REFERENCE = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));/g

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

/** The text with its references read, once. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return namedCharacter(name, whole)
    return numberedCharacter(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
  })
}

/** Stray characters 128 to 159 in place, as windows-1252 has them. */
export function withoutStrayControls(text: string): string {
  return /[\u0080-\u009f]/.test(text) ? text.replace(/[\u0080-\u009f]/g, (it) => WINDOWS_1252.charAt(it.charCodeAt(0) - 0x80)) : text
}

function numberedCharacter(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80)
  const isControl = code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd
  const isNoCharacter = code > 0x10_ffff || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
  return isControl || isNoCharacter ? '' : String.fromCodePoint(code)
}

/** The library's table of HTML's names is reached through its parser, once a name. */
function namedCharacter(name: string, whole: string): string {
  const known = named.get(name)
  if (known !== undefined) return known
  let character = ''
  const parser = new Parser({ ontext: (text) => (character += text) })
  parser.end(whole)
  if (named.size < 4_000) named.set(name, character)
  return character
}
