const MARK = /[\p{P}\p{S}]/u

/**
 * Text with a sign of emphasis around it. White space goes outside. Where the rules of Markdown would not see the signs for what they
 * are, as beside Chinese punctuation or another sign, an HTML element stands in their place.
 *
 * @param content Markdown already.
 */
export function emphasised(
  sign: string,
  tag: string,
  content: string,
  beside: { readonly before: string; readonly after: string },
): string {
  const [, lead = '', core = '', tail = ''] = /^((?:\s|\\\n)*)(.*?)((?:\s|\\\n)*)$/su.exec(content) ?? []
  if (core === '') return content
  const before = lead === '' ? beside.before : ' '
  const after = tail === '' ? beside.after : ' '
  const isSeen = mayOpen(before, first(core)) && mayClose(last(core), after) && !isSameSign(before, sign) && !isSameSign(after, sign)
  return isSeen ? `${lead}${sign}${core}${sign}${tail}` : `${lead}<${tag}>${core}</${tag}>${tail}`
}

// The rule of left-flanking and right-flanking runs (CommonMark 0.31, 6.2).
function mayOpen(before: string, first: string): boolean {
  return !MARK.test(first) || isEdge(before)
}

function mayClose(last: string, after: string): boolean {
  return !MARK.test(last) || isEdge(after)
}

function isEdge(character: string): boolean {
  return character === '' || /\s/u.test(character) || MARK.test(character)
}

// Inside another emphasis the outer sign stands there, and that is well; a neighbour's sign would run together with this one.
function isSameSign(character: string, sign: string): boolean {
  return character.length === 1 && sign.startsWith(character)
}

function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32)
}

function last(text: string): string {
  return [...new Intl.Segmenter().segment(text.slice(-20))].at(-1)?.segment ?? ' '
}
