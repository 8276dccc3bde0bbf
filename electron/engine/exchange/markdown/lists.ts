import type { MarkupElement, MarkupNode } from '../../article/markupTree.ts'

/**
 * A list with what stands in it, lists too. The sign differs from that of a list right above, with which it would be one.
 *
 * @param blocks the nodes of an item as blocks.
 */
export function listMarkdown(list: MarkupElement, blocks: (nodes: readonly MarkupNode[]) => string[], above: string): string {
  const items = list.children.flatMap((node) => (typeof node === 'string' ? [] : [node.name === 'li' ? node.children : [node]]))
  const written = items.map((nodes) => blocks(nodes)).filter((item) => item.length > 0)
  const isLoose = written.some(needsBlankLines)
  const signs = signsOf(list, above)
  return written.map((item, index) => itemMarkdown(signs(index), item, isLoose)).join(isLoose ? '\n\n' : '\n')
}

function itemMarkdown(sign: string, item: readonly string[], isLoose: boolean): string {
  const indent = ' '.repeat(sign.length + 1)
  const lines = item.join(isLoose ? '\n\n' : '\n').split('\n')
  return lines.map((line, index) => (index === 0 ? `${sign} ${line}` : line === '' ? '' : indent + line)).join('\n')
}

function signsOf({ name, attributes }: MarkupElement, above: string): (index: number) => string {
  if (name !== 'ol') return () => (lastItem(above).startsWith('- ') ? '*' : '-')
  const first = Math.max(0, Number(attributes['start'] ?? '1'))
  const end = /^\d+\. /.test(lastItem(above)) ? ')' : '.'
  return (index) => `${first + index}${end}`
}

function isList(block: string): boolean {
  return /^(?:[-*]|\d{1,9}[.)]) /.test(block)
}

// Lines without a blank one between them stay apart only where a list follows a paragraph, and begins like one that may.
function needsBlankLines(item: readonly string[]): boolean {
  return item.slice(1).some((block) => !/^(?:[-*]|1[.)]) /.test(block)) || item.slice(0, -1).some(isList)
}

// Whether the block above is a list shows in its first line as well as in its last.
function lastItem(above: string): string {
  return isList(above) ? above : ''
}
