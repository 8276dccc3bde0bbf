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

/** A tag with attributes, each ` name="value"` and there once; at its end ` /` where the element is empty. */
function takesAttributes(tag: string, open: string[]): boolean {
  const name = tag.slice(0, Math.max(0, tag.indexOf(' ')))
  const isEmpty = EMPTY_ELEMENTS.has(name)
  if (!TAGS.has(name) || tag.includes('<') || isEmpty !== tag.endsWith('" /')) return false
  if (!isEmpty) open.push(name)
  const end = isEmpty ? tag.length - 2 : tag.length
  const seen: string[] = []
  for (let at = name.length; at < end;) {
    const equals = tag.indexOf('="', at)
    const close = tag.indexOf('"', equals + 2)
    const attribute = tag.slice(at + 1, equals)
    if (tag[at] !== ' ' || equals === -1 || close === -1 || seen.includes(attribute)) return false
    if (!isAllowedAttribute(name, attribute, unescaped(tag.slice(equals + 2, close)))) return false
    seen.push(attribute)
    at = close + 1
  }
  return (REQUIRED.get(name) ?? []).every((required) => seen.includes(required))
}

function unescaped(value: string): string {
  if (!value.includes('&')) return value
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
