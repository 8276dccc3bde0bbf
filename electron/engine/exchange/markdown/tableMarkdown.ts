import { elementsOf, type MarkupElement, type MarkupNode } from '../../article/markupTree.ts'

const WIDEST = 100

/** A cell of a table laid out on its grid. */
interface Cell {
  readonly nodes: readonly MarkupNode[]
  readonly isHead: boolean
}

const empty: Cell = { nodes: [], isHead: false }

/**
 * A table as Markdown has them: one line a row, the first of them the head. A cell over several columns or rows stands in its first one,
 * and leaves the others empty.
 *
 * @param line a cell's nodes on one line.
 */
export function tableMarkdown(table: MarkupElement, line: (nodes: readonly MarkupNode[]) => string): string {
  const grid = gridOf(rowsOf(table))
  const width = Math.max(0, ...grid.map((row) => row.length))
  if (width === 0) return ''
  const hasHead = grid[0]?.every((cell) => cell.isHead || cell.nodes.length === 0) === true
  const [head = [], body] = hasHead ? [grid[0], grid.slice(1)] : [[], grid]
  const written = (row: readonly Cell[]): string =>
    `| ${Array.from({ length: width }, (_, column) => inCell(line((row[column] ?? empty).nodes))).join(' | ')} |`
  return [written(head), `|${' --- |'.repeat(width)}`, ...body.map(written)].join('\n')
}

function rowsOf(table: MarkupElement): MarkupElement[] {
  return table.children.flatMap((node) => {
    if (typeof node === 'string') return []
    if (node.name === 'tr') return [node]
    return ['thead', 'tbody', 'tfoot'].includes(node.name) ? rowsOf(node) : []
  })
}

function gridOf(rows: readonly MarkupElement[]): Cell[][] {
  const grid: Cell[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const cell of elementsIn(row)) {
      while (grid[at]?.[column] !== undefined) column += 1
      const columns = span(cell, 'colspan')
      for (let down = 0; down < span(cell, 'rowspan') && at + down < grid.length; down += 1)
        for (let right = 0; right < columns && column + right < WIDEST; right += 1) {
          const target = grid[at + down]
          if (target !== undefined) target[column + right] = down + right === 0 ? cellOf(cell) : { ...empty, isHead: cell.name === 'th' }
        }
      column += columns
    }
  }
  return grid
}

function elementsIn(row: MarkupElement): MarkupElement[] {
  return row.children.filter((node): node is MarkupElement => typeof node !== 'string' && (node.name === 'td' || node.name === 'th'))
}

function cellOf(cell: MarkupElement): Cell {
  return { nodes: cell.children, isHead: cell.name === 'th' }
}

function span(cell: MarkupElement, name: 'colspan' | 'rowspan'): number {
  return Math.min(WIDEST, Number(cell.attributes[name] ?? '1'))
}

// Text has its bars escaped already; those in code, which knows no escapes, are left.
function inCell(line: string): string {
  return line
    .replaceAll('\\\n', '<br>')
    .replaceAll('\n', ' ')
    .replace(/(?<!\\)\|/g, String.raw`\|`)
}

/** Whether a table holds another, which Markdown cannot. */
export function holdsTable(table: MarkupElement): boolean {
  return elementsOf(table.children).some((element) => element.name === 'table')
}
