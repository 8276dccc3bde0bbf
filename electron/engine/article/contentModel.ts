import type { MarkupElement, MarkupNode } from './markupTree.ts'

/** Elements that cannot stand in a paragraph. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div section article header footer main aside address h1 h2 h3 h4 h5 h6 blockquote pre hr ul ol li dl dt dd ' +
    'table caption colgroup col thead tbody tfoot tr th td details summary figure figcaption'
  ).split(' '),
)

const HEADING = /^h[1-6]$/
const TABLE_PARTS = new Set(['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'])

/** What stands around a node. */
interface Surroundings {
  readonly parent: string
  readonly isInLink: boolean
  readonly isInHeading: boolean
}

/**
 * Puts elements where HTML's parser would leave them, so that what is stored is what every browser builds: no link in a link,
 * no block in a paragraph, no cell outside a row. Without it, parsing and writing again would move things about (X03).
 */
export function settle(nodes: readonly MarkupNode[]): MarkupNode[] {
  return settleAll(nodes, { parent: '', isInLink: false, isInHeading: false })
}

function settleAll(nodes: readonly MarkupNode[], around: Surroundings): MarkupNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : settleElement(node, around)))
}

function settleElement(element: MarkupElement, around: Surroundings): MarkupNode[] {
  const name = settledName(element.name, around)
  const inside: Surroundings = {
    parent: name ?? around.parent,
    isInLink: around.isInLink || name === 'a',
    isInHeading: around.isInHeading || (name !== null && HEADING.test(name)),
  }
  if (name === 'table') return settleTable(element, inside)
  const children = settleAll(element.children, inside)
  if (name === null) return children
  const attributes = name === element.name ? element.attributes : keepGeneral(element.attributes)
  if (name === 'p' && children.some(holdsBlock)) return [remember({ name: 'div', attributes, children })]
  return [remember({ name, attributes, children: name === 'pre' ? withoutFirstNewline(children) : children })]
}

/** The name that an element may have here; null where only its content may stay. */
function settledName(name: string, { parent, isInLink, isInHeading }: Surroundings): string | null {
  if (name === 'a' && isInLink) return null
  if (HEADING.test(name) && isInHeading) return null
  if (name === 'li') return parent === 'ul' || parent === 'ol' ? name : 'div'
  if (name === 'dt' || name === 'dd') return parent === 'dl' ? name : 'div'
  if (name === 'rt' || name === 'rp') return parent === 'ruby' ? name : null
  if (name === 'summary') return parent === 'details' ? name : 'div'
  if (TABLE_PARTS.has(name)) return name === 'col' || name === 'colgroup' ? null : 'div'
  return name
}

const blockInside = new WeakSet<MarkupElement>()

/** Notes, once, that a block stands in an element, so that asking costs nothing. */
function remember(element: MarkupElement): MarkupElement {
  if (element.children.some(holdsBlock)) blockInside.add(element)
  return element
}

function holdsBlock(node: MarkupNode): boolean {
  return typeof node !== 'string' && (BLOCKS.has(node.name) || blockInside.has(node))
}

function keepGeneral({ lang, dir }: Readonly<Record<string, string>>): Record<string, string> {
  return { ...(lang === undefined ? {} : { lang }), ...(dir === undefined ? {} : { dir }) }
}

function withoutFirstNewline(children: readonly MarkupNode[]): readonly MarkupNode[] {
  const [first, ...rest] = children
  return typeof first === 'string' ? [first.replace(/^[\r\n]+/, ''), ...rest] : children
}

/** A table with whole rows. What stands between its rows comes before it, as browsers have it. */
function settleTable(table: MarkupElement, inside: Surroundings): MarkupNode[] {
  const strays: MarkupNode[] = []
  const caption = table.children.flatMap((node) => named(node, CAPTION)).slice(0, 1)
  const columns = table.children.flatMap((node) => named(node, COLUMNS)).map(columnGroup)
  const sections = sectionsOf(table.children, strays, inside)
  const before = settleAll(strays, { ...inside, parent: 'div' })
  if (sections.length === 0) return before
  const head = caption.map((element) => ({ ...element, children: settleAll(element.children, { ...inside, parent: 'caption' }) }))
  return [...before, { name: 'table', attributes: table.attributes, children: [...head, ...columns, ...sections] }]
}

const CAPTION = ['caption']
const COLUMNS = ['colgroup', 'col']
const SECTIONS = ['thead', 'tbody', 'tfoot']
const CELLS = ['td', 'th']

function columnGroup(element: MarkupElement): MarkupElement {
  if (element.name === 'col') return { name: 'colgroup', attributes: {}, children: [{ ...element, children: [] }] }
  return { ...element, children: element.children.flatMap((node) => named(node, ['col'])) }
}

/** Sections as written; rows that stand in none get one. */
function sectionsOf(nodes: readonly MarkupNode[], strays: MarkupNode[], inside: Surroundings): MarkupElement[] {
  const others = nodes.filter((node) => named(node, CAPTION).length + named(node, COLUMNS).length === 0)
  return inGroups(others, SECTIONS, 'tbody').flatMap((section) => {
    const rows = rowsOf(section.children, strays, inside)
    return rows.length === 0 ? [] : [{ ...section, children: rows }]
  })
}

/** Rows as written; cells that stand in none get one. */
function rowsOf(nodes: readonly MarkupNode[], strays: MarkupNode[], inside: Surroundings): MarkupElement[] {
  return inGroups(nodes, ['tr'], 'tr').flatMap((row) => {
    const cells = row.children.flatMap((node) => named(node, CELLS))
    strays.push(...row.children.filter((node) => named(node, CELLS).length === 0 && (typeof node !== 'string' || node.trim() !== '')))
    const settled = cells.map((cell) => ({ ...cell, children: settleAll(cell.children, { ...inside, parent: cell.name }) }))
    return settled.length === 0 ? [] : [{ ...row, children: settled }]
  })
}

/** Elements of the given names, and what stands between them in elements of the name `made`. */
function inGroups(nodes: readonly MarkupNode[], names: readonly string[], made: string): MarkupElement[] {
  const groups: MarkupElement[] = []
  let loose: MarkupNode[] = []
  const closeLoose = (): void => {
    if (loose.length > 0) groups.push({ name: made, attributes: {}, children: loose })
    loose = []
  }
  for (const node of nodes) {
    if (named(node, names).length === 0) {
      loose.push(node)
      continue
    }
    closeLoose()
    groups.push(...named(node, names))
  }
  closeLoose()
  return groups
}

/** The node, where it is an element of one of the names; else nothing. */
function named(node: MarkupNode, names: readonly string[]): MarkupElement[] {
  return typeof node !== 'string' && names.includes(node.name) ? [node] : []
}
