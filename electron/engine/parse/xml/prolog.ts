import { strayControl } from './entities.ts'

/**
 * What stands before the first element: declarations, comments, junk. A DOCTYPE is left out whole, with all that it
 * declares, so that nothing of it can be expanded or mistaken for elements (F01, F02).
 */

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]/
const ALL_CONTROLS = new RegExp(CONTROLS, 'g')

/** The text without byte order marks in front and characters that XML does not know; 128 to 159 as windows-1252 means them. */
export function withoutControls(text: string): string {
  const start = firstIndexNotOf(text, '\ufeff')
  const clean = start === 0 ? text : text.slice(start)
  return CONTROLS.test(clean) ? clean.replace(ALL_CONTROLS, meant) : clean
}

/** Where the first element opens, past declarations, comments and DOCTYPE; the length where there is none. */
export function firstElementAt(text: string): number {
  let at = text.indexOf('<')
  let isEnded = true
  while (at >= 0) {
    const next = text.charAt(at + 1)
    if (/[A-Za-z_]/.test(next)) return at
    const end: number = afterDeclaration(text, at, isEnded)
    // A DOCTYPE that never ends is looked through once, not each of a million times.
    isEnded &&= end >= 0
    at = text.indexOf('<', end < 0 ? at + 9 : end)
  }
  return text.length
}

function meant(character: string): string {
  return character >= '\u0080' && character <= '\u009f' ? strayControl(character) : ''
}

/** Past a declaration; negative where it is a DOCTYPE without an end. */
function afterDeclaration(text: string, at: number, mayHaveSubset: boolean): number {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4)
  if (text.startsWith('<?', at)) return after(text, '>', at + 2)
  if (/^<!doctype/i.test(text.slice(at, at + 9))) return mayHaveSubset ? afterDoctype(text, at + 9) : after(text, '>', at)
  return at + 1
}

/** Past the DOCTYPE's own `>`: those in quotes, comments and the internal subset are not it. */
function afterDoctype(text: string, start: number): number {
  let isInSubset = false
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1
    else if (character === '<' && text.startsWith('<!--', at)) at = after(text, '-->', at + 4) - 1
    else if (character === '[') isInSubset = true
    else if (character === ']') isInSubset = false
    else if (character === '>' && !isInSubset) return at + 1
  }
  return -1
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

function firstIndexNotOf(text: string, character: string): number {
  let at = 0
  while (text.charAt(at) === character) at += 1
  return at
}
