import sanitizeHtml from 'sanitize-html'
import type { Picture } from './articleDraft.ts'
import { settle } from './contentModel.ts'
import { linkTarget } from './links.ts'
import { ARTICLE_CAPS, cutAtCaps, firstBytes } from './markupCaps.ts'
import { EMPTY_ELEMENTS, readMarkup, writeMarkup, type MarkupElement, type MarkupNode } from './markupTree.ts'
import { PictureShelf, withoutScripts } from './pictures.ts'
import { isPlayer, playerLink } from './players.ts'
import { ALLOWED_TAGS, allowedAttributes, attributeNames, DROPPED_TAGS, EMPTY_ATTRIBUTES, RENAMED_TAGS } from './policy.ts'
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

const ALLOWED = new Set(ALLOWED_TAGS)
const DROPPED = new Set(DROPPED_TAGS)
const PICTURES = new Set(['img', 'picture', 'amp-img'])

/**
 * Makes a publisher's HTML safe by the policy: caps first, then the tree is rebuilt from what the policy allows, then the sanitiser
 * goes over the result with the same table. Two readers of one rule, because a hole in either alone must not be enough.
 */
export function makeSafe(html: string, origin: MarkupOrigin): SafeHtml {
  const capped = cutAtCaps(html, ARTICLE_CAPS)
  const shelf = new PictureShelf(origin.baseUrl)
  const allowed = admitAll(readMarkup(capped.html, origin.isXhtml), shelf)
  // Escaping makes a text longer, up to fivefold, so its length is capped once more.
  const written = writeMarkup(tidy(settle(allowed)))
  const kept = firstBytes(written, ARTICLE_CAPS.bytes)
  const isCut = capped.isCut || kept.length < written.length || shelf.isFull
  return { html: sanitizeHtml(kept, GATE), pictures: shelf.pictures, isCut }
}

function admitAll(nodes: readonly MarkupNode[], shelf: PictureShelf): MarkupNode[] {
  const admitted: MarkupNode[] = []
  for (const node of withoutScripts(nodes)) {
    if (typeof node === 'string') admitted.push(printable(node))
    else admitted.push(...admit(node, shelf))
  }
  return admitted
}

function admit(element: MarkupElement, shelf: PictureShelf): MarkupNode[] {
  if (PICTURES.has(element.name)) return [shelf.place(element)].filter((placed) => placed !== null)
  if (isPlayer(element)) return admitAll(playerLink(element, shelf.baseUrl), shelf)
  if (DROPPED.has(element.name)) return []
  const children = admitAll(element.children, shelf)
  if (element.name === 'a') return admitLink(element, children, shelf.baseUrl)
  const name = Object.hasOwn(RENAMED_TAGS, element.name) ? (RENAMED_TAGS[element.name] ?? 'div') : element.name
  return ALLOWED.has(name) ? [{ name, attributes: allowedAttributes(name, element.attributes), children }] : children
}

/** A link that leads nowhere is only its words. */
function admitLink(link: MarkupElement, children: readonly MarkupNode[], baseUrl: string): MarkupNode[] {
  const href = linkTarget(link.attributes['href'], baseUrl)
  if (href === null) return [...children]
  const { href: _, ...rest } = allowedAttributes('a', link.attributes)
  const attributes = { href, ...rest, rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' }
  return [{ name: 'a', attributes, children }]
}

/** Control characters have no place in a text, and parsers differ over them. */
function printable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
}

/** The policy as the sanitiser takes it. */
const GATE: sanitizeHtml.IOptions & { allowedEmptyAttributes: string[] } = {
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
