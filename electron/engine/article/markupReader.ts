import { Parser, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import type { MarkupNode } from './markupTree.ts'
import { ALLOWED_TAGS, attributeNames } from './policy.ts'

/** Reads markup that has been cut at its caps. `isXhtml`: `<p/>` is a whole element, not an opening tag. */
export function readMarkup(html: string, isXhtml = false): MarkupNode[] {
  return (isXhtml ? null : readOrdinary(html)) ?? readAny(html, isXhtml)
}

/** Reads whatever there is, forms and foreign elements too. */
export function readAny(html: string, isXhtml = false): MarkupNode[] {
  const root: MarkupNode[] = []
  const around: MarkupNode[][] = []
  let siblings = root
  // The tokenizer hands an entity over as a text of its own, and a text does not end at a comment.
  let text = ''
  const closeText = (): void => {
    if (text !== '') siblings.push(text)
    text = ''
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        closeText()
        const children: MarkupNode[] = []
        siblings.push({ name, attributes, children })
        around.push(siblings)
        siblings = children
      },
      ontext(piece) {
        text += piece
      },
      onclosetag() {
        closeText()
        siblings = around.pop() ?? root
      },
    },
    { recognizeSelfClosing: isXhtml },
  )
  parser.end(html)
  closeText()
  return root
}

/** Reads markup in which only ordinary elements stand, in half the time; null for any other. The tree is the one that `readAny` makes. */
export function readOrdinary(html: string): MarkupNode[] | null {
  const builder = new TreeBuilder(html)
  const tokenizer = new Tokenizer({}, builder)
  builder.stop = () => tokenizer.pause()
  tokenizer.write(html)
  if (!builder.isOrdinary) return null
  tokenizer.end()
  return builder.result()
}

const words = (line: string): string[] => line.split(' ')

/** Elements without ways of their own: forms and foreign elements are missing. */
const ORDINARY = new Set([
  ...ALLOWED_TAGS,
  ...words('center font big nobr strike tt acronym nav hgroup script style noscript iframe picture source video audio'),
])

const VOID = new Set(words('br hr img col wbr source'))

/** What an opening tag closes, as the parser has it. */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...words('address article aside blockquote details div dl figcaption figure footer header hr main nav ol p pre section table ul').map(
    (tag): [string, Set<string>] => [tag, new Set(['p'])],
  ),
  ...words('h1 h2 h3 h4 h5 h6').map((tag): [string, Set<string>] => [tag, new Set(words('h1 h2 h3 h4 h5 h6 p'))]),
  ...words('dd dt').map((tag): [string, Set<string>] => [tag, new Set(['dd', 'dt'])]),
  ...words('rt rp').map((tag): [string, Set<string>] => [tag, new Set(['rt', 'rp'])]),
  ...words('tbody tfoot').map((tag): [string, Set<string>] => [tag, new Set(['thead', 'tbody'])]),
  ['tr', new Set(['tr', 'th', 'td'])],
  ['th', new Set(['th'])],
  ['td', new Set(['thead', 'th', 'td'])],
  ['a', new Set(['a'])],
  ['li', new Set(['li'])],
])

/** The attributes that somebody may ask for. Pictures and players are asked for all, and so are tags that are not in the table. */
const WANTED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ALLOWED_TAGS.filter((tag) => tag !== 'img').map((tag) => [tag, new Set(attributeNames(tag))]),
)

interface OpenElement {
  readonly name: string
  readonly siblings: MarkupNode[]
}

/** Builds the tree straight from tokens, and gives up at the first element that is not ordinary. */
class TreeBuilder implements TokenizerCallbacks {
  readonly html: string
  readonly root: MarkupNode[] = []
  readonly open: OpenElement[] = []
  siblings = this.root
  text = ''
  tag = ''
  wanted: ReadonlySet<string> | undefined = undefined
  attributes: Record<string, string> = {}
  attribute: string | null = null
  value = ''
  isOrdinary = true
  stop: () => void = () => {}

  constructor(html: string) {
    this.html = html
  }

  result(): MarkupNode[] {
    this.#closeText()
    return this.root
  }

  ontext(start: number, end: number): void {
    this.text += this.html.slice(start, end)
  }

  ontextentity(codePoint: number): void {
    this.text += String.fromCodePoint(codePoint)
  }

  onopentagname(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase()
    if (!ORDINARY.has(tag)) {
      this.isOrdinary = false
      this.stop()
      return
    }
    this.tag = tag
    this.wanted = WANTED.get(tag)
    this.attributes = {}
    this.#closeImplied(tag)
  }

  onopentagend(): void {
    this.#openElement(this.tag, this.attributes)
  }

  onselfclosingtag(): void {
    this.#openElement(this.tag, this.attributes)
  }

  onclosetag(start: number, end: number): void {
    const tag = this.html.slice(start, end).toLowerCase()
    if (tag === 'br') this.#openElement('br', {})
    else if (!VOID.has(tag)) this.#closeElement(tag)
  }

  onattribname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase()
    this.attribute = this.wanted === undefined || this.wanted.has(name) ? name : null
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== null) this.value += this.html.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    if (this.attribute !== null) this.value += String.fromCodePoint(codePoint)
  }

  /** Of an attribute that is written twice, the first counts. */
  onattribend(): void {
    if (this.attribute !== null && !Object.hasOwn(this.attributes, this.attribute)) this.attributes[this.attribute] = this.value
    this.value = ''
  }

  #openElement(name: string, attributes: Record<string, string>): void {
    this.#closeText()
    const children: MarkupNode[] = []
    this.siblings.push({ name, attributes, children })
    if (VOID.has(name)) return
    this.open.push({ name, siblings: this.siblings })
    this.siblings = children
  }

  #closeElement(name: string): void {
    const at = this.open.findLastIndex((element) => element.name === name)
    if (at !== -1) this.#closeTo(at)
    else if (name === 'p') {
      // An end tag without a paragraph makes an empty one, and it ends the paragraph that is open.
      this.#closeImplied('p')
      this.#openElement('p', {})
      this.#closeTo(this.open.length - 1)
    }
  }

  #closeImplied(name: string): void {
    const closed = CLOSES.get(name)
    if (closed === undefined) return
    let depth = this.open.length
    while (depth > 0 && closed.has(this.open[depth - 1]?.name ?? '')) depth -= 1
    if (depth < this.open.length) this.#closeTo(depth)
  }

  #closeTo(depth: number): void {
    this.#closeText()
    this.siblings = this.open[depth]?.siblings ?? this.root
    this.open.length = depth
  }

  #closeText(): void {
    if (this.text !== '') this.siblings.push(this.text)
    this.text = ''
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
