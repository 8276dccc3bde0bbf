import { resolveAddress } from '../text/addresses.ts'
import { escapeHtml } from '../text/plainText.ts'
import type { XmlElement } from './xmlElement.ts'

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
const ADDRESSES = new Set(['href', 'src', 'cite', 'poster', 'longdesc'])
/** Spaces whose names HTML knows without a prefix. */
const HTML_SPACES = new Set(['xhtml', 'svg', 'math'])

/**
 * The inside of an element as HTML, in its order. A single `div` around everything is the wrapper that Atom asks for
 * (RFC 4287, 3.1.1.3) and is left out; so is a lone `body`.
 *
 * @param isTextHtml true where the text between the elements is HTML itself, as some publishers wrap escaped HTML in a `div`.
 */
export function innerHtml(element: XmlElement, isTextHtml: boolean): string {
  const wrapper = loneWrapper(element)
  return contentOf(wrapper ?? element, element.baseUrl, isTextHtml && wrapper !== null)
}

function loneWrapper(element: XmlElement): XmlElement | null {
  const [only, more] = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
  if (only === undefined || more !== undefined || typeof only === 'string') return null
  const name = htmlName(only)
  return name === 'div' || name === 'body' ? only : null
}

function contentOf(element: XmlElement, baseUrl: string, isTextHtml: boolean): string {
  return element.children
    .map((child) => (typeof child === 'string' ? textOf(child, isTextHtml) : markupOf(child, baseUrl, isTextHtml)))
    .join('')
}

function textOf(text: string, isTextHtml: boolean): string {
  return isTextHtml ? text : escapeHtml(text)
}

function markupOf(element: XmlElement, baseUrl: string, isTextHtml: boolean): string {
  const name = htmlName(element)
  const start = `<${name}${attributesOf(element, baseUrl)}>`
  const content = contentOf(element, baseUrl, isTextHtml)
  // A `<br>` without an end seems to hold all that follows it.
  return VOID.has(name) ? start + content : `${start}${content}</${name}>`
}

/** Attributes without declarations of namespaces; addresses made absolute where an inner `xml:base` differs from the content's. */
function attributesOf(element: XmlElement, baseUrl: string): string {
  let written = ''
  for (let at = 0; at < element.attributes.length; at += 2) {
    const name = element.attributes[at] ?? ''
    const value = element.attributes[at + 1] ?? ''
    if (name.startsWith('xml') || !/^[a-z][a-z0-9:_-]*$/.test(name)) continue
    const isMoved = element.baseUrl !== baseUrl && ADDRESSES.has(name)
    written += ` ${name}="${escapeHtml(isMoved ? (resolveAddress(value, element.baseUrl) ?? value) : value)}"`
  }
  return written
}

function htmlName(element: XmlElement): string {
  const colon = element.key.indexOf(':')
  if (colon < 0 || !HTML_SPACES.has(element.key.slice(0, colon))) return element.qualifiedName
  return element.key.slice(colon + 1)
}
