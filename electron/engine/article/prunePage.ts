import { Tokenizer } from 'htmlparser2'
import { QuietCallbacks } from './quietCallbacks.ts'

/** Elements that never hold an article, cut out whole where they are closed. */
const CUT_WHOLE = new Set(['nav', 'svg'])
/** Elements whose content is not for reading. The tags stay: that a page has scripts says something of it. */
const EMPTIED = new Set(['script', 'style'])

/**
 * A page without its menus, drawings, styles and scripts, so that no document has to be built of them. Data in JSON stays, and so does
 * whatever holds the page's heading. One pass of the tokenizer, linear.
 */
export function prunePage(html: string): string {
  const pruner = new Pruner(html)
  const tokenizer = new Tokenizer({ decodeEntities: false }, pruner)
  tokenizer.write(html)
  tokenizer.end()
  return pruner.result()
}

class Pruner extends QuietCallbacks {
  readonly html: string
  readonly pieces: string[] = []
  copiedTo = 0
  tag = ''
  tagStart = 0
  isJson = false
  /** The element that is being cut, how often it is open, and where it began. */
  cutting = ''
  depth = 0
  cutFrom = 0
  holdsHeading = false
  contentFrom = 0

  constructor(html: string) {
    super()
    this.html = html
  }

  result(): string {
    this.pieces.push(this.html.slice(this.copiedTo))
    return this.pieces.join('')
  }

  override onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase()
    this.tagStart = start - 1
    this.isJson = false
    if (this.cutting === '') this.#beginCut()
    else if (this.tag === this.cutting) this.depth += 1
    if (this.tag === 'h1' || this.tag === 'article' || this.tag === 'main') this.holdsHeading = true
  }

  override onattribdata(start: number, end: number): void {
    if (this.tag === 'script' && /json/i.test(this.html.slice(start, end))) this.isJson = true
  }

  override onopentagend(end: number): void {
    this.contentFrom = end + 1
  }

  override onselfclosingtag(end: number): void {
    this.contentFrom = end + 1
    if (this.tag === 'svg' && this.cutting === 'svg') this.#endOne(end + 1)
  }

  override onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase()
    if (this.cutting === '') {
      if (EMPTIED.has(name) && name === this.tag && !this.isJson) this.#cut(this.contentFrom, start - 2)
    } else if (name === this.cutting) {
      const close = this.html.indexOf('>', end)
      this.#endOne(close === -1 ? this.html.length : close + 1)
    }
  }

  #beginCut(): void {
    if (!CUT_WHOLE.has(this.tag)) return
    this.cutting = this.tag
    this.depth = 1
    this.cutFrom = this.tagStart
    this.holdsHeading = false
  }

  #endOne(end: number): void {
    this.depth -= 1
    if (this.depth > 0) return
    this.cutting = ''
    if (!this.holdsHeading) this.#cut(this.cutFrom, end)
  }

  #cut(from: number, to: number): void {
    if (from < this.copiedTo || to < from) return
    this.pieces.push(this.html.slice(this.copiedTo, from))
    this.copiedTo = to
  }
}
