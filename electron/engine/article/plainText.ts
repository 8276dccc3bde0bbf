import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { MarkupNode } from './markupTree.ts'

/** Tags that end a line. */
const LINE = new Set(
  (
    'address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html body legend li main nav ol option p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
)

/** Tags whose content is not for reading. */
const HIDDEN = new Set(
  'script style template noscript noembed noframes iframe head title select textarea object svg math canvas map audio video'.split(' '),
)

/**
 * What an HTML text says: paragraphs parted by a newline, cells of a table by a tab, entities decoded, white space folded.
 * Takes any markup, safe or not, and reads it once, in linear time.
 */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return foldLines(html)
  const reader = new TextReader(html)
  const tokenizer = new Tokenizer({}, reader)
  tokenizer.write(html)
  tokenizer.end()
  return foldLines(reader.pieces.join(''))
}

/** The same of nodes that are safe already, without reading them again: the text of what `writeMarkup` writes of them. */
export function plainTextOf(nodes: readonly MarkupNode[]): string {
  return foldLines(spoken(nodes, false))
}

function spoken(nodes: readonly MarkupNode[], isPre: boolean): string {
  let text = ''
  for (const node of nodes) {
    if (typeof node === 'string') {
      text += isPre ? node : withoutNewlines(node)
      continue
    }
    const edge = edgeOf(node.name)
    text += edge + spoken(node.children, isPre || node.name === 'pre') + edge
  }
  return text
}

function edgeOf(tag: string): string {
  if (LINE.has(tag)) return '\n'
  return tag === 'td' || tag === 'th' ? '\t' : ''
}

function withoutNewlines(text: string): string {
  return /[\n\t]/.test(text) ? text.replace(/[\n\t]/g, ' ') : text
}

function foldLines(text: string): string {
  let folded = ''
  for (const line of text.split(/[\u2028\u2029]/.test(text) ? /[\n\u2028\u2029]/ : '\n')) {
    const bare = foldLine(line)
    if (bare !== '') folded += folded === '' ? bare : `\n${bare}`
  }
  return folded
}

function foldLine(line: string): string {
  if (!/[\t\u00a0\r\f\v]| {2}/.test(line)) return line.trim()
  return line
    .replace(/[ \u00a0\r\f\v]+/g, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .trim()
}

/** Collects text as the tokenizer meets it. Newlines of the source are spaces, except in `pre`. */
class TextReader implements TokenizerCallbacks {
  readonly pieces: string[] = []
  readonly html: string
  tag = ''
  hidden = ''
  hiddenDepth = 0
  preDepth = 0

  constructor(html: string) {
    this.html = html
  }

  ontext(start: number, end: number): void {
    if (this.hiddenDepth > 0) return
    const text = this.html.slice(start, end)
    this.pieces.push(this.preDepth > 0 ? text : withoutNewlines(text))
  }

  ontextentity(codePoint: number): void {
    if (this.hiddenDepth === 0) this.pieces.push(String.fromCodePoint(codePoint))
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase()
    if (this.hiddenDepth === 0) this.#part(this.tag)
    if (this.tag === 'pre') this.preDepth += 1
  }

  onopentagend(): void {
    if (this.hiddenDepth > 0 ? this.tag === this.hidden : HIDDEN.has(this.tag)) {
      this.hidden = this.tag
      this.hiddenDepth += 1
    }
  }

  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase()
    if (tag === 'pre' && this.preDepth > 0) this.preDepth -= 1
    if (this.hiddenDepth === 0) this.#part(tag)
    else if (tag === this.hidden) this.hiddenDepth -= 1
  }

  #part(tag: string): void {
    const edge = edgeOf(tag)
    if (edge !== '') this.pieces.push(edge)
  }

  // A foreign element that closes itself (`<svg/>`) hides nothing.
  onselfclosingtag(): void {
    if (this.tag !== 'svg' && this.tag !== 'math') this.onopentagend()
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncdata(start: number, end: number, offset: number): void {
    this.ontext(start, end - offset)
  }
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
