import { cutTo, LONGEST_CONTENT } from '../limits.ts'
import { innerHtml } from '../xml/innerHtml.ts'
import { attribute, innerText, type XmlElement } from '../xml/xmlElement.ts'
import { escapeHtml, foldSpace, htmlToText, looksLikeHtml, shortTitle } from './plainText.ts'

/** What an element says, and whether that is HTML or plain text. */
export interface SaidText {
  readonly isHtml: boolean
  readonly value: string
}

/** Of a line of text only this much is looked at. */
const LONGEST_LINE_READ = 64 * 1024

type TextType = 'html' | 'xhtml' | 'text' | 'base64' | 'guess'

/** Elements whose text is HTML unless they say otherwise. Of the rest one must guess. */
const HTML_KEYS = new Set(['description', 'dc:description', 'content:encoded', 'fullitem', 'body', 'xhtml:body'])

/**
 * Reads a text construct of Atom 1.0 (`type`), Atom 0.3 (`type`, `mode`) or RSS (no word on what it is).
 * A type that is given is obeyed; else markup inside makes it HTML, and text that looks like HTML is.
 */
export function saidBy(element: XmlElement): SaidText {
  const type = typeOf(element)
  const hasMarkup = element.children.some((child) => typeof child !== 'string')
  if (type === 'base64') return base64Text(innerText(element))
  if (hasMarkup) return { isHtml: true, value: innerHtml(element, type === 'html').trim() }
  const value = innerText(element).trim()
  return { isHtml: type === 'html' || (type === 'guess' && looksLikeHtml(value)), value }
}

/** As HTML, within its limit; null where it says nothing. */
export function htmlSaidBy(element: XmlElement): string | null {
  const said = saidBy(element)
  if (said.value === '') return null
  return cutTo(said.isHtml ? said.value : escapeHtml(said.value), LONGEST_CONTENT)
}

/** As one line of plain text: a title, a name. */
export function lineSaidBy(element: XmlElement): string {
  const said = saidBy(element)
  const value = cutTo(said.value, LONGEST_LINE_READ)
  return shortTitle(said.isHtml ? htmlToText(value) : foldSpace(value))
}

function typeOf(element: XmlElement): TextType {
  const mode = attribute(element, 'mode')?.trim().toLowerCase()
  if (mode === 'base64') return 'base64'
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase()
  if (type === '') return HTML_KEYS.has(element.key) ? 'html' : 'guess'
  if (type === 'html' || type === 'text/html') return 'html'
  if (type === 'text' || type.startsWith('text/plain')) return element.key.startsWith('media:') ? 'guess' : 'text'
  if (type === 'xhtml' || type.endsWith('+xml') || type.endsWith('/xml')) return mode === 'escaped' ? 'html' : 'xhtml'
  // RFC 4287, 4.1.3.3: what is neither text nor XML comes in base64.
  return /^(?:application|image|audio|video)\//.test(type) ? 'base64' : 'guess'
}

function base64Text(raw: string): SaidText {
  const packed = raw.replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/.test(packed)) return { isHtml: looksLikeHtml(raw), value: raw.trim() }
  const value = Buffer.from(packed, 'base64').toString('utf8').trim()
  // A picture or a sound is not text.
  return /[\u0000-\u0008\ufffd]/.test(value) ? { isHtml: false, value: '' } : { isHtml: true, value }
}
