import { analyse } from 'chardet'

/** Enough text for a sure guess; more only costs time. */
const SAMPLE = 96 * 1024
/** Below this a guess is worth less than what the document says of itself. */
const SURE = 30
/** What short western text is mistaken for; not believed against a declaration of Latin-1. */
const otherLatin = new Set(['iso-8859-2', 'iso-8859-9', 'windows-1250', 'windows-1254'])

/**
 * The text under the most likely encoding of bytes that are not clean UTF-8.
 *
 * @param declared encodings that the document or its header claims, the likeliest first; they settle what the bytes leave open.
 */
export function detectedText(bytes: Uint8Array, declared: readonly string[]): string {
  const guesses = analyse(withoutTags(bytes)).map(({ name, confidence }) => ({ name: name.toLowerCase(), confidence }))
  // At least ten good sequences for each broken one: UTF-8 with a scar, whose scars show as replacement characters.
  if (guesses.some(({ name }) => name === 'utf-8')) return new TextDecoder().decode(bytes)
  const agreed = guesses.find(({ name }) => declared.includes(name) && name !== 'windows-1252')?.name
  const isLatin = declared.includes('windows-1252')
  const sure = guesses.filter(({ name, confidence }) => confidence >= SURE && !(isLatin && otherLatin.has(name))).map(({ name }) => name)
  const strong = declared.filter((name) => name !== 'utf-8' && name !== 'windows-1252')
  for (const label of [agreed, ...strong, ...sure]) {
    const text = label === undefined ? null : decodedStrictly(bytes, label)
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}

/** The text under this encoding, or null where a byte does not fit it or there is no such encoding. */
export function decodedStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Markup is ASCII in every encoding that can arrive here, and drowns the little text of a short feed. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SAMPLE)).toString('latin1')
  return Buffer.from(sample.replaceAll(/<[^<>]*>/g, ' '), 'latin1')
}
