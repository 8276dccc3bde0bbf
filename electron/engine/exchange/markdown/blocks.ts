import { textOf, type MarkupElement, type MarkupNode } from '../../article/markupTree.ts'
import { codeBlock } from './code.ts'
import { emphasised } from './emphasis.ts'
import { escapeLineStarts } from './escapeText.ts'
import { inlineMarkdown, type MarkdownContext } from './inline.ts'
import { listMarkdown } from './lists.ts'
import { holdsTable, tableMarkdown } from './tableMarkdown.ts'

const CONTAINERS = new Set('div section article header footer main aside address details dd body'.split(' '))
const BLOCKS = new Set([
  ...CONTAINERS,
  ...'p h1 h2 h3 h4 h5 h6 hr blockquote pre ul ol dl dt li table figure figcaption summary'.split(' '),
])

/** Nodes as blocks of Markdown, each without blank lines around it. */
export function blocksOf(nodes: readonly MarkupNode[], context: MarkdownContext): string[] {
  const blocks: string[] = []
  let line: MarkupNode[] = []
  const closeLine = (): void => {
    const paragraph = escapeLineStarts(inlineMarkdown(line, context))
    if (paragraph !== '') blocks.push(paragraph)
    line = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || !isBlock(node)) line.push(node)
    else {
      closeLine()
      blocks.push(...block(node, context, blocks.at(-1) ?? '').filter((each) => each !== ''))
    }
  }
  closeLine()
  return blocks
}

/** An inline element with a block in it is laid out as a block. */
function isBlock(node: MarkupElement): boolean {
  if (BLOCKS.has(node.name)) return true
  return node.children.some((child) => typeof child !== 'string' && isBlock(child))
}

function block(node: MarkupElement, context: MarkdownContext, above: string): string[] {
  const { name, children } = node
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level !== undefined) return [heading(Number(level), children, context)]
  switch (name) {
    case 'p':
      return children.some((child) => typeof child !== 'string' && isBlock(child))
        ? blocksOf(children, context)
        : [escapeLineStarts(inlineMarkdown(children, context))]
    case 'hr':
      // Dashes and stars could be taken for the marks of a list.
      return ['___']
    case 'blockquote':
      return [quoted(blocksOf(children, context).join('\n\n'))]
    case 'pre':
      return [codeBlock(textOf(withBreaks(children)))]
    case 'ul':
    case 'ol':
      return [listMarkdown(node, (inside) => blocksOf(inside, context), above)]
    case 'dl':
      return children.flatMap((child) => (typeof child === 'string' ? [] : described(child, context)))
    case 'table':
      return table(node, context)
    case 'figcaption':
      return [inEmphasis('*', 'em', children, context)]
    case 'summary':
    case 'dt':
      return [inEmphasis('**', 'strong', children, context)]
    default:
      return blocksOf(children, context)
  }
}

function heading(level: number, children: readonly MarkupNode[], context: MarkdownContext): string {
  const line = inlineMarkdown(children, context)
    .replaceAll('\\\n', ' ')
    .replace(/(#+)$/, String.raw`\$1`)
  // The first level is the title's own.
  return line === '' ? '' : `${'#'.repeat(Math.max(2, level))} ${line}`
}

function described(child: MarkupElement, context: MarkdownContext): string[] {
  if (child.name === 'dt') return block(child, context, '')
  return blocksOf(child.children, context).map((each) => (child.name === 'dd' ? quoted(each) : each))
}

function table(node: MarkupElement, context: MarkdownContext): string[] {
  if (holdsTable(node)) return cellsOf(node).flatMap((cell) => blocksOf(cell.children, context))
  const line = (nodes: readonly MarkupNode[]): string => blocksOf(nodes, context).join('\\\n')
  const caption = node.children.find((child): child is MarkupElement => typeof child !== 'string' && child.name === 'caption')
  return [...(caption === undefined ? [] : [inEmphasis('*', 'em', caption.children, context)]), tableMarkdown(node, line)]
}

function cellsOf(node: MarkupElement): MarkupElement[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return ['td', 'th', 'caption'].includes(child.name) ? [child] : cellsOf(child)
  })
}

function inEmphasis(sign: string, tag: string, children: readonly MarkupNode[], context: MarkdownContext): string {
  const blocks = blocksOf(children, context)
  return blocks.map((each) => (each.includes('\n') ? each : emphasised(sign, tag, each, { before: '', after: '' }))).join('\n\n')
}

function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function withBreaks(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    return node.name === 'br' ? '\n' : { ...node, children: withBreaks(node.children) }
  })
}
