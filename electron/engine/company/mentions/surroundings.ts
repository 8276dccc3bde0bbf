import { isCapital, LETTER, letterKinds } from './letters.ts'
import { hasLegalForm } from '../profile/legalForms.ts'

/** Whether what stands around a name makes it part of something else: an address, an e-mail, a handle, another name. */
export function isPartOfMore(text: string, from: number, to: number, hasDot: boolean): boolean {
  const before = text.charCodeAt(from - 1)
  const after = text.charCodeAt(to)
  if (before === AT || before === AND || after === AND || before === UNDERSCORE || after === UNDERSCORE) return true
  if (isHyphen(before) && isWord(text, from - 2) && isNameBeforeHyphen(text, from - 2)) return true
  if (isHyphen(after) && isWord(text, to + 1) && isCapital[text.charCodeAt(to + 1)] === 1) return true
  return isInAddress(text, from, to, hasDot)
}

const AT = 64
const AND = 38
const UNDERSCORE = 95
const FULL_STOP = 46
const SLASH = 47

function isHyphen(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0x2011
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && letterKinds[text.charCodeAt(at)] === LETTER.word
}

// "ex-Nokia" tells of Nokia; "T-Mobile" and "Alcatel-Lucent" are names of their own.
function isNameBeforeHyphen(text: string, at: number): boolean {
  let start = at
  while (isWord(text, start - 1)) start -= 1
  return isCapital[text.charCodeAt(start)] === 1
}

const LONGEST_ADDRESS = 200
const NOT_IN_ADDRESS = /[\s<>"'“”‘’()()[\]{},,。;;、:!?|]/u
const ADDRESS = /:\/\/|^\/\/|^www\.|^[^@]+@[^@]|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?:[/?#]|$)/iu

// Only where a mark of addresses touches the name is its whole run of letters looked at.
function isInAddress(text: string, from: number, to: number, hasDot: boolean): boolean {
  const before = text.charCodeAt(from - 1)
  const after = text.charCodeAt(to)
  const isBeside =
    before === FULL_STOP ||
    before === SLASH ||
    before === 45 ||
    before === 61 ||
    before === 63 ||
    after === AT ||
    after === SLASH ||
    after === 45
  const isDomain = after === FULL_STOP && letterKinds[text.charCodeAt(to + 1)] === LETTER.word && isCapital[text.charCodeAt(to + 1)] === 0
  if (!isBeside && !isDomain) return false
  const run = runAround(text, from, to)
  return ADDRESS.test(run.replace(/[.]+$/u, '')) && !(hasDot && !/:\/\/|[@/]/u.test(run))
}

function runAround(text: string, from: number, to: number): string {
  let start = from
  let end = to
  while (start > 0 && from - start < LONGEST_ADDRESS && !isEnd(text, start - 1)) start -= 1
  while (end < text.length && end - to < LONGEST_ADDRESS && !isEnd(text, end)) end += 1
  return text.slice(start, end)
}

function isEnd(text: string, at: number): boolean {
  const character = text[at] ?? ' '
  if (character === ':') return text.slice(at, at + 3) !== '://'
  return NOT_IN_ADDRESS.test(character) || (letterKinds[text.charCodeAt(at)] ?? 0) > LETTER.word
}

const OPENERS = new Set(
  'at for from with by of in on to and but as while when after before since if the its both like than via against between under how why where'.split(
    ' ',
  ),
)

/** Whether a capital says that a word is a name here: not at the start of a sentence, and not as a part of another name ("Orange County"). */
export function isPlainlyName(text: string, from: number, to: number): boolean {
  const before = wordBefore(text, from)
  const isFirst = before === null
  if (isFirst || (before.isCapital && !OPENERS.has(before.word.toLowerCase()))) return false
  const after = text.slice(to, to + 40)
  if (/^['’]s?\b/u.test(after) || !/^ \p{Lu}/u.test(after)) return true
  const next = /^ ([\p{L}&.]+)/u.exec(after)?.[1] ?? ''
  return hasLegalForm(`X ${next}`) || FOLLOWERS.has(next)
}

const FOLLOWERS = new Set([
  'Group',
  'Holdings',
  'Holding',
  'CEO',
  'CFO',
  'CTO',
  'Chief',
  'President',
  'Chairman',
  'shares',
  'Business',
  'Inc',
  'Corporation',
  'Company',
  'Co',
])

/** The word before a place in the same sentence; null where the sentence, or a quotation in it, begins here. */
function wordBefore(text: string, from: number): { readonly word: string; readonly isCapital: boolean } | null {
  let end = from
  while (end > 0 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 0xa0 || text.charCodeAt(end - 1) === 44)) end -= 1
  if (end === from && end > 0) return isWord(text, end - 1) ? null : { word: '', isCapital: false }
  if (end === 0 || letterKinds[text.charCodeAt(end - 1)] !== LETTER.word)
    return /[)%$€£"”’&/(]/u.test(text[end - 1] ?? '') && end > 0 ? { word: '', isCapital: false } : null
  let start = end
  while (start > 0 && end - start < 40 && letterKinds[text.charCodeAt(start - 1)] === LETTER.word) start -= 1
  return { word: text.slice(start, end), isCapital: isCapital[text.charCodeAt(start)] === 1 }
}
