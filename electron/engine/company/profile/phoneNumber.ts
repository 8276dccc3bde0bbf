/** A number as it stands in a text. */
export interface WrittenNumber {
  readonly value: string
  readonly start: number
}

const CANDIDATE = /(?:\+\s?|\(\s?\+?)?\d[\d\s().\-/–‑()]{4,30}\d/gu
const LEAST_DIGITS = 7
const MOST_DIGITS = 15

/** Numbers in a text that somebody can be rung on. Dates, ranges of years, addresses of machines and registration numbers are none. */
export function phoneNumbersIn(text: string): WrittenNumber[] {
  return Array.from(text.matchAll(CANDIDATE)).flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 1), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 1)
    // A number that goes on in letters is a part or register number, not a phone.
    if (
      /[\p{L}\d.#_-]/u.test(before.replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}.]/gu, '')) ||
      /[A-Za-z@_%]/u.test(after)
    )
      return []
    return alternatives(match[0])
      .filter(isPhone)
      .map((value) => ({ value, start: match.index }))
  })
}

/** Whether a text may be a phone number. */
export function isPhone(text: string): boolean {
  const digits = digitsOf(text)
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS || /^(\d)\1+$/u.test(digits)) return false
  return !isDate(text) && !/^\d{1,3}(?:\.\d{1,3}){3}$/u.test(text) && !isYears(text) && !/\d{1,3}(?:[.,]\d{3}){2,}$/u.test(text)
}

/** The digits that count: without an international 00, and without the (0) that is not dialled. */
export function digitsOf(text: string): string {
  return text
    .replace(/[((]\s?0\s?[))]/gu, '')
    .replace(/\D/gu, '')
    .replace(/^00/u, '')
}

/** Whether two written numbers ring the same phone: one may leave out what is dialled from abroad. */
export function isSameNumber(one: string, other: string): boolean {
  const [long, short] = [digitsOf(one), digitsOf(other)].toSorted((a, b) => b.length - a.length) as [string, string]
  const local = short.replace(/^0/u, '')
  return local.length >= LEAST_DIGITS - 1 && long.endsWith(local) && long.length - local.length <= 4
}

/** A number as a person would write it down, one space where many were. */
export function tidyNumber(text: string): string {
  const opened = text.trim().replace(/\s+/gu, ' ').replace(/^\+\s/u, '+')
  return opened.includes(')') || opened.includes(')') || !/^[((]/u.test(opened) ? opened : opened.slice(1)
}

// "030/1234567" is one number, "7654321 / 7654322" are two, "12345-0/-20" is the first of them.
function alternatives(text: string): string[] {
  const parts = text.split('/').map((part) => part.trim())
  const [first = '', second = ''] = parts
  if (parts.length === 1) return [tidyNumber(text)]
  if (digitsOf(first).length <= 6 && parts.length === 2) return [tidyNumber(text)]
  return [first, ...(digitsOf(second).length >= LEAST_DIGITS ? parts.slice(1) : [])].map(tidyNumber)
}

function isDate(text: string): boolean {
  const plain = text.trim()
  if (/^(?:19|20)\d\d\s?[-./]\s?[01]?\d\s?[-./]\s?[0-3]?\d(?:\D|$)/u.test(plain)) return true
  return /^[0-3]?\d\s?[-./]\s?[01]?\d\s?[-./]\s?(?:19|20)?\d\d$/u.test(plain)
}

function isYears(text: string): boolean {
  return /^(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d$/u.test(text.trim())
}
