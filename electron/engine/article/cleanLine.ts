/** C0, C1, line and paragraph separators: they become a space. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

/** Bidi overrides and isolates, interlinear marks, byte-order marks: they change how the neighbours look, and go (F17). */
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\ufff9-\ufffb\ufeff]/g

/** A joiner belongs between two letters; a flood of them, or of accents on one letter, is meant to break the row. */
const JOINER_FLOOD = /([\u200c\u200d])[\u200c\u200d]+/g
const ACCENT_FLOOD = /(\p{M}{6})\p{M}+/gu

/** Most lines are such, and nothing has to be done about them. */
const PLAIN = /^[ -~]*$/

/**
 * Plain text as one line: NFC, white space folded, no control or bidi-override characters, no half characters.
 *
 * @param longest in UTF-16 units.
 */
export function cleanLine(raw: string, longest: number): string {
  if (raw.length <= longest && PLAIN.test(raw)) return raw.includes('  ') ? raw.trim().replace(/ +/g, ' ') : raw.trim()
  const cut = raw.slice(0, longest * 4).toWellFormed()
  const visible = cut.replace(CONTROLS, ' ').replace(INVISIBLE, '').normalize('NFC')
  const calm = visible.replace(JOINER_FLOOD, '$1').replace(ACCENT_FLOOD, '$1')
  return cutAt(calm.replace(/\s+/g, ' ').trim(), longest).trim()
}

/** The first `longest` UTF-16 units of a text, never half a character. */
export function cutAt(text: string, longest: number): string {
  if (text.length <= longest) return text
  const last = text.charCodeAt(longest - 1)
  const isHalf = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, isHalf ? longest - 1 : longest)
}
