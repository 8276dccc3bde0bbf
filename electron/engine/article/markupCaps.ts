import { Tokenizer } from 'htmlparser2'
import { QuietCallbacks } from './quietCallbacks.ts'

/** How much markup is read at all. */
export interface MarkupCaps {
  /** Of UTF-8. What follows is cut off. */
  readonly bytes: number
  /** Opening tags. What follows the last one is cut off. */
  readonly elements: number
  /** Deeper tags are dropped, their text stays. */
  readonly depth: number
}

/** The caps of an article's text: the policy's. */
export const ARTICLE_CAPS: MarkupCaps = { bytes: 1_048_576, elements: 20_000, depth: 256 }

/** The caps of a whole page, which is mostly navigation: wider, because only its article is kept. */
export const PAGE_CAPS: MarkupCaps = { bytes: 4 * 1_048_576, elements: 20_000, depth: 128 }

/** Markup that no parser chokes on, and whether its end was cut off. */
export interface CappedMarkup {
  readonly html: string
  readonly isCut: boolean
}

/**
 * Cuts markup to its caps before any parser builds a tree of it: parsers' stacks are quadratic in depth, and 100,000 nested
 * tags cost seconds. One pass of the tokenizer, linear (X08).
 */
export function cutAtCaps(html: string, caps: MarkupCaps): CappedMarkup {
  const kept = firstBytes(html, caps.bytes)
  // So few tags can neither be too many nor stand too deep: most articles need no pass of their own.
  if (hasFewTags(kept, Math.min(caps.depth, caps.elements))) return { html: kept, isCut: kept.length < html.length }
  const guard = new CapsGuard(kept, caps)
  const tokenizer = new Tokenizer({ decodeEntities: false }, guard)
  guard.stop = () => tokenizer.pause()
  tokenizer.write(kept)
  return { html: guard.result(), isCut: kept.length < html.length || guard.end !== null }
}

function hasFewTags(html: string, few: number): boolean {
  let count = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (html[at + 1] !== '/') count += 1
    if (count > few) return false
  }
  return true
}

/** As much of a text as fits into a number of bytes of UTF-8. */
export function firstBytes(html: string, bytes: number): string {
  if (html.length * 3 <= bytes) return html
  const { read } = new TextEncoder().encodeInto(html, new Uint8Array(bytes))
  return html.slice(0, read)
}

const VOID = new Set('area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '))
const RAW_TEXT = new Set('script style title textarea xmp iframe noembed noframes plaintext'.split(' '))
const CLOSES_P = new Set(
  'p div ul ol dl table section article aside header footer main nav form h1 h2 h3 h4 h5 h6 blockquote pre hr figure address'.split(' '),
)

/** What an opening tag closes without saying so, as HTML's own rules have it: else a long list would look like deep nesting. */
const CLOSED_BY: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li', 'p']],
  ['dt', ['dt', 'dd', 'p']],
  ['dd', ['dt', 'dd', 'p']],
  ['td', ['td', 'th', 'p']],
  ['th', ['td', 'th', 'p']],
  ['tr', ['td', 'th', 'tr', 'p']],
  ['option', ['option']],
])

/** Follows how deep the tags stand. */
class CapsGuard extends QuietCallbacks {
  readonly html: string
  readonly caps: MarkupCaps
  readonly open: string[] = []
  readonly droppedOpen = new Map<string, number>()
  readonly pieces: string[] = []
  stop: () => void = () => {}
  copiedTo = 0
  elements = 0
  tagStart = 0
  isDropping = false
  end: number | null = null

  constructor(html: string, caps: MarkupCaps) {
    super()
    this.html = html
    this.caps = caps
  }

  result(): string {
    this.pieces.push(this.html.slice(this.copiedTo, this.end ?? undefined))
    return this.pieces.join('')
  }

  override onopentagname(start: number, end: number): void {
    this.tagStart = start - 1
    this.elements += 1
    if (this.elements > this.caps.elements) {
      this.end ??= this.tagStart
      this.stop()
      return
    }
    const name = this.html.slice(start, end).toLowerCase()
    this.#closeImplied(name)
    if (VOID.has(name) || RAW_TEXT.has(name)) return
    if (this.open.length < this.caps.depth) {
      this.open.push(name)
      return
    }
    this.isDropping = true
    this.droppedOpen.set(name, (this.droppedOpen.get(name) ?? 0) + 1)
  }

  override onopentagend(end: number): void {
    if (this.isDropping) this.#skip(this.tagStart, end + 1)
    this.isDropping = false
  }

  override onselfclosingtag(end: number): void {
    this.onopentagend(end)
  }

  override onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase()
    const dropped = this.droppedOpen.get(name) ?? 0
    if (dropped > 0) {
      this.droppedOpen.set(name, dropped - 1)
      const close = this.html.indexOf('>', end)
      if (close !== -1) this.#skip(start - 2, close + 1)
      return
    }
    const at = this.open.lastIndexOf(name)
    if (at !== -1) this.open.length = at
  }

  #closeImplied(name: string): void {
    const closed = CLOSED_BY.get(name) ?? (CLOSES_P.has(name) ? ['p'] : [])
    while (closed.includes(this.open.at(-1) ?? '')) this.open.pop()
  }

  #skip(from: number, to: number): void {
    this.pieces.push(this.html.slice(this.copiedTo, from))
    this.copiedTo = to
  }
}
