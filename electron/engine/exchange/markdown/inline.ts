import { textOf, type MarkupElement, type MarkupNode } from '../../article/markupTree.ts'
import { codeSpan } from './code.ts'
import { emphasised } from './emphasis.ts'
import { escapeAddress, escapeText, oneLine } from './escapeText.ts'

/** What the Markdown of a text needs to know beside the text. */
export interface MarkdownContext {
  /** The picture `picture:N` of the text: where it stands, or the words that stand for one that is not stored. */
  readonly picture: (number: number, alt: string) => { readonly path: string } | { readonly words: string; readonly url: string | null }
}

/** Where a piece of a line stands: the characters beside it, empty at the ends, and what it is inside of. */
interface Place {
  readonly before: string
  readonly after: string
  readonly isInLink: boolean
  readonly around: readonly string[]
}

/** What the Markdown of an element begins with; of the others, with what stands in them. */
const FIRST_SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  ['! img', '[ a', '` code kbd samp', '“ q', '（ rt', '~ s del', '* strong b em i cite dfn var', '< sub sup mark u ins'].flatMap((line) => {
    const [sign = '', ...names] = line.split(' ')
    return names.map((name) => [name, sign])
  }),
)

const alone: Place = { before: '', after: '', isInLink: false, around: [] }

/** The line that inline nodes make. A forced break is a backslash at the end of a line. */
export function inlineMarkdown(nodes: readonly MarkupNode[], context: MarkdownContext): string {
  return trimmedLines(inline(nodes, context, alone))
}

function inline(nodes: readonly MarkupNode[], context: MarkdownContext, place: Place): string {
  let line = ''
  for (const [index, node] of nodes.entries()) {
    const before = line === '' ? place.before : line.slice(-1)
    const rest = nodes.slice(index + 1)
    const after = firstCharacter(rest) ?? place.after
    line = joined(line, typeof node === 'string' ? escapeText(node) : element(node, context, { ...place, before, after }))
  }
  return line
}

function element(node: MarkupElement, context: MarkdownContext, place: Place): string {
  const { name, attributes, children } = node
  const inside = (of: string = name): Place => ({ ...place, around: [...place.around, of] })
  switch (name) {
    case 'br':
      return '\\\n'
    case 'wbr':
    case 'rp':
      return ''
    case 'img':
      return picture(attributes, context, place.isInLink)
    case 'a':
      return link(node, context, place)
    case 'code':
    case 'kbd':
    case 'samp':
      return codeSpan(textOf(children))
    case 'strong':
    case 'b':
      return mark('**', 'strong', children, context, place)
    case 'em':
    case 'i':
    case 'cite':
    case 'dfn':
    case 'var':
      return mark('*', 'em', children, context, place)
    case 's':
    case 'del':
      return mark('~~', 'del', children, context, place)
    case 'sub':
    case 'sup':
    case 'mark':
    case 'u':
    case 'ins':
      return `<${name}>${inline(children, context, { ...inside(), before: '', after: '' })}</${name}>`
    case 'q':
      return `“${inline(children, context, { ...inside(), before: '“', after: '”' })}”`
    case 'rt':
      return `（${inline(children, context, { ...inside(), before: '（', after: '）' })}）`
    default:
      return inline(children, context, place)
  }
}

/** The same mark twice means something else, so that what is bold already stays as it is. */
function mark(sign: string, tag: string, children: readonly MarkupNode[], context: MarkdownContext, place: Place): string {
  if (place.around.includes(tag)) return inline(children, context, place)
  const content = inline(children, context, { ...place, before: sign, after: sign, around: [...place.around, tag] })
  return emphasised(sign, tag, content, place)
}

function link({ attributes, children }: MarkupElement, context: MarkdownContext, place: Place): string {
  const { href } = attributes
  const words = trimmedLines(inline(children, context, { ...place, before: '[', after: ']', isInLink: true }))
  if (href === undefined || place.isInLink) return words
  return `[${words === '' ? escapeText(href) : words}](${escapeAddress(href)}${titleOf(attributes)})`
}

function picture(attributes: Readonly<Record<string, string>>, context: MarkdownContext, isInLink: boolean): string {
  const number = /^picture:(\d+)$/.exec(attributes['src'] ?? '')?.[1]
  if (number === undefined) return ''
  const found = context.picture(Number(number), attributes['alt'] ?? '')
  if ('path' in found) return `![${escapeText(oneLine(attributes['alt'] ?? ''))}](${escapeAddress(found.path)}${titleOf(attributes)})`
  return isInLink || found.url === null ? escapeText(found.words) : `[${escapeText(found.words)}](${escapeAddress(found.url)})`
}

function titleOf({ title }: Readonly<Record<string, string>>): string {
  const line = oneLine(title ?? '')
  return line === '' ? '' : ` "${line.replace(/["\\&]/g, String.raw`\$&`)}"`
}

// What follows decides whether the end of an emphasis is seen as one.
function firstCharacter(nodes: readonly MarkupNode[]): string | null {
  for (const node of nodes) {
    if (typeof node === 'string') {
      if (node !== '') return /^\s/.test(node) ? ' ' : String.fromCodePoint(node.codePointAt(0) ?? 32)
      continue
    }
    if (node.name === 'br') return ' '
    const inner = FIRST_SIGNS[node.name] ?? firstCharacter(node.children)
    if (inner !== null) return inner
  }
  return null
}

function joined(line: string, piece: string): string {
  return line + (/[ \n]$/.test(line) ? piece.trimStart() : piece)
}

function trimmedLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, '')
    .trim()
}
