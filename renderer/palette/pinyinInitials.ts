/** The first character of each initial in the order of Chinese dictionaries; i, u and v begin no syllable. */
const firsts = '吖八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀'
const initials = 'abcdefghjklmnopqrstwxyz'

const { compare } = new Intl.Collator('zh-Hans-CN')
const known = new Map<string, string>()

/**
 * The first letters of a text's syllables, one for each character, so that "txcy" finds 通信产业: Latin letters stay,
 * characters that are neither become a space. By the order of the collator, which knows each character's commonest reading.
 */
export function pinyinInitials(text: string): string {
  return Array.from({ length: text.length }, (_, at) => initialOf(text.charAt(at))).join('')
}

function initialOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toLowerCase()
  if (!/\p{Script=Han}/u.test(character)) return ' '
  const remembered = known.get(character)
  if (remembered !== undefined) return remembered
  const initial = lookedUp(character)
  known.set(character, initial)
  return initial
}

function lookedUp(character: string): string {
  for (let at = firsts.length - 1; at >= 0; at -= 1) if (compare(character, firsts.charAt(at)) >= 0) return initials.charAt(at)
  return ' '
}
