import sanitizeHtml from 'sanitize-html'
import type { Picture } from './articleDraft.ts'
import { settle } from './contentModel.ts'
import { linkTarget } from './links.ts'
import { ARTICLE_CAPS, cutAtCaps, firstBytes } from './markupCaps.ts'
import { readMarkup } from './markupReader.ts'
import { EMPTY_ELEMENTS, writeMarkup, type MarkupElement, type MarkupNode } from './markupTree.ts'
import { PictureShelf, withoutScripts } from './pictures.ts'
import { plainText, plainTextOf } from './plainText.ts'
import { isPlayer, playerLink } from './players.ts'
import { ALLOWED_TAGS, allowedAttributes, attributeNames, DROPPED_TAGS, EMPTY_ATTRIBUTES, RENAMED_TAGS } from './policy.ts'
import { keepsToGrammar } from './strictGrammar.ts'
import { tidy } from './tidy.ts'

/** HTML that keeps to the policy, with the pictures that it names by number. */
export interface SafeHtml {
  readonly html: string
  readonly pictures: readonly Picture[]
  readonly isCut: boolean
}

/** What a text is relative to, and whether it is XHTML, in which `<p/>` is a whole element. */
export interface MarkupOrigin {
  readonly baseUrl: string
  readonly isXhtml?: boolean
}

/** A text made safe, with what it says. */
export interface SafeText extends SafeHtml {
  /** Plain, as `plainText` gives it. */
  readonly text: string
}

const ALLOWED = new Set(ALLOWED_TAGS)
const DROPPED = new Set(DROPPED_TAGS)
const RENAMED: ReadonlyMap<string, string> = new Map(Object.entries(RENAMED_TAGS))
const PICTURES = new Set(['img', 'picture', 'amp-img'])

/** Makes a publisher's HTML safe by the policy. */
export function makeSafe(html: string, origin: MarkupOrigin): SafeHtml {
  const { text: _, ...safe } = makeSafeText(html, origin)
  return safe
}

/**
 * Makes a publisher's HTML safe by the policy: caps first, then the tree is rebuilt from what the policy allows, then what was
 * written is read by a strict grammar, and where that objects the sanitiser goes over it with the same table. Two readers of one
 * rule, because a hole in either alone must not be enough.
 */
export function makeSafeText(html: string, origin: MarkupOrigin): SafeText {
  const capped = cutAtCaps(html, ARTICLE_CAPS)
  const shelf = new PictureShelf(origin.baseUrl)
  const allowed: MarkupNode[] = []
  admitAll(readMarkup(capped.html, origin.isXhtml), shelf, allowed)
  const nodes = tidy(settle(allowed))
  // Escaping makes a text longer, up to fivefold, so its length is capped once more.
  const written = writeMarkup(nodes)
  const kept = firstBytes(written, ARTICLE_CAPS.bytes)
  const { pictures } = shelf
  const isCut = capped.isCut || kept.length < written.length || shelf.isFull
  if (keepsToGrammar(kept)) return { html: kept, text: plainTextOf(nodes), pictures, isCut }
  const sanitised = sanitizeHtml(kept, GATE)
  return { html: sanitised, text: plainText(sanitised), pictures, isCut }
}

function admitAll(nodes: readonly MarkupNode[], shelf: PictureShelf, admitted: MarkupNode[]): void {
  for (const node of withoutScripts(nodes)) {
    if (typeof node === 'string') admitted.push(printable(node))
    else admit(node, shelf, admitted)
  }
}

function admit(element: MarkupElement, shelf: PictureShelf, admitted: MarkupNode[]): void {
  if (PICTURES.has(element.name)) {
    const placed = shelf.place(element)
    if (placed !== null) admitted.push(placed)
  } else if (isPlayer(element)) admitAll(playerLink(element, shelf.baseUrl), shelf, admitted)
  else if (!DROPPED.has(element.name)) admitContainer(element, shelf, admitted)
}

function admitContainer(element: MarkupElement, shelf: PictureShelf, admitted: MarkupNode[]): void {
  const name = RENAMED.get(element.name) ?? element.name
  const attributes = ALLOWED.has(name) ? attributesOf(name, element, shelf.baseUrl) : null
  if (attributes === null) {
    admitAll(element.children, shelf, admitted)
    return
  }
  const [only] = element.children
  if (typeof only === 'string' && element.children.length === 1) {
    admitted.push({ name, attributes, children: [printable(only)] })
    return
  }
  const children: MarkupNode[] = []
  admitAll(element.children, shelf, children)
  admitted.push({ name, attributes, children })
}

/** Null for a link that leads nowhere: it is only its words. */
function attributesOf(name: string, element: MarkupElement, baseUrl: string): Record<string, string> | null {
  if (name !== 'a') return allowedAttributes(name, element.attributes)
  const href = linkTarget(element.attributes['href'], baseUrl)
  if (href === null) return null
  // The address goes first and is judged already; it is not asked for again.
  const attributes: Record<string, string> = { href }
  const { title, lang, dir } = element.attributes
  if (title !== undefined || lang !== undefined || dir !== undefined) {
    const { title: words, lang: tag, dir: direction } = allowedAttributes('a', element.attributes)
    if (words !== undefined) attributes['title'] = words
    if (lang !== undefined && tag !== undefined) attributes['lang'] = tag
    if (direction !== undefined) attributes['dir'] = direction
  }
  attributes['rel'] = 'noopener noreferrer'
  attributes['referrerpolicy'] = 'no-referrer'
  return attributes
}

/** Control characters have no place in a text, and parsers differ over them. */
function printable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
}

/** The policy as the sanitiser takes it. */
export const GATE: sanitizeHtml.IOptions & { allowedEmptyAttributes: string[] } = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: Object.fromEntries(ALLOWED_TAGS.map((tag) => [tag, attributeNames(tag)])),
  allowedEmptyAttributes: [...EMPTY_ATTRIBUTES],
  allowedSchemes: [],
  allowedSchemesByTag: { a: ['http', 'https', 'mailto'], img: ['picture'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [...DROPPED_TAGS],
  selfClosing: [...EMPTY_ELEMENTS],
  transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: allowedAttributes(tagName, attribs) }) },
}
