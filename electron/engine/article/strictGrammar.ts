import { EMPTY_ELEMENTS } from './markupTree.ts'
import { ALLOWED_TAGS, isAllowedAttribute } from './policy.ts'

/** What must stand in a tag for it to mean anything, and to be harmless. */
const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href', 'rel', 'referrerpolicy']],
  ['img', ['src', 'alt']],
])

const TAGS: ReadonlySet<string> = new Set(ALLOWED_TAGS)

/** Bare tags as they are written between `<` and `>`, so that most cost one look-up. */
const START_TAGS = new Set(ALLOWED_TAGS.filter((tag) => !EMPTY_ELEMENTS.has(tag) && !REQUIRED.has(tag)))
const END_TAGS = new Map(ALLOWED_TAGS.filter((tag) => !EMPTY_ELEMENTS.has(tag)).map((tag) => [`/${tag}`, tag]))
const EMPTY_TAGS = new Set([...EMPTY_ELEMENTS].filter((tag) => !REQUIRED.has(tag)).map((tag) => `${tag} /`))

const TAG_WITH_ATTRIBUTES = /^([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")+)( \/)?$/
const ATTRIBUTE = / ([a-z]+)="([^"<>]*)"/g

/** Anything that two parsers could read in two ways: an ampersand that begins no entity of ours, control and half characters. */
const AMBIGUOUS = /&(?!(?:amp|lt|gt|quot);)|[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/

/**
 * Whether a text keeps to the policy by a grammar far stricter than HTML's, which every parser reads alike: each tag, attribute and
 * value as the table has it, quoted, closed in order, nothing else between `<` and `>`. One pass, linear. Shares the table with the
 * writer, and nothing else.
 */
export function keepsToGrammar(html: string): boolean {
  if (AMBIGUOUS.test(html) || !html.isWellFormed()) return false
  const open: string[] = []
  let at = 0
  for (;;) {
    const start = html.indexOf('<', at)
    const end = html.indexOf('>', at)
    if (start === -1) return end === -1 && open.length === 0
    if (end < start || !takesTag(html.slice(start + 1, end), open)) return false
    at = end + 1
  }
}

/** Follows one tag; false where it is none of ours or closes what is not open. */
function takesTag(tag: string, open: string[]): boolean {
  if (tag.startsWith('/')) return END_TAGS.has(tag) && END_TAGS.get(tag) === open.pop()
  if (START_TAGS.has(tag)) {
    open.push(tag)
    return true
  }
  return EMPTY_TAGS.has(tag) || takesAttributes(tag, open)
}

function takesAttributes(tag: string, open: string[]): boolean {
  const [whole, name = '', attributes = '', slash] = TAG_WITH_ATTRIBUTES.exec(tag) ?? []
  const isEmpty = slash !== undefined
  if (whole === undefined || isEmpty !== EMPTY_ELEMENTS.has(name) || !TAGS.has(name)) return false
  if (!isEmpty) open.push(name)
  const seen = new Set<string>()
  for (const [, attribute = '', value = ''] of attributes.matchAll(ATTRIBUTE)) {
    if (seen.has(attribute) || !isAllowedAttribute(name, attribute, unescaped(value))) return false
    seen.add(attribute)
  }
  return (REQUIRED.get(name) ?? []).every((required) => seen.has(required))
}

function unescaped(value: string): string {
  if (!value.includes('&')) return value
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
