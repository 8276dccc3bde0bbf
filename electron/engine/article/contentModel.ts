import type { MarkupElement, MarkupNode } from './markupTree.ts'

/** Elements that cannot stand in a paragraph. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'p div section article header footer main aside address h1 h2 h3 h4 h5 h6 blockquote pre hr ul ol li dl dt dd ' +
    'table caption colgroup col thead tbody tfoot tr th td details summary figure figcaption'
  ).split(' '),
)

/** Whether nothing but one text stands in an element, if that. Most are such, and need no second look. */
export function isLeaf({ children }: MarkupElement): boolean {
  return children.length === 0 || (children.length === 1 && typeof children[0] === 'string')
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Elements that may stand only in some places; every other may stand wherever it is written. */
const PLACED = new Set([...HEADINGS, ...'a li dt dd rt rp summary caption colgroup col thead tbody tfoot tr th td'.split(' ')])

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
  const settled: MarkupNode[] = []
  settleInto(settled, nodes, around)
  return settled
}

function settleInto(settled: MarkupNode[], nodes: readonly MarkupNode[], around: Surroundings): void {
  for (const node of nodes) {
    if (typeof node === 'string') settled.push(node)
    else settleElement(settled, node, around)
  }
}

function settleElement(settled: MarkupNode[], element: MarkupElement, around: Surroundings): void {
  const name = PLACED.has(element.name) ? settledName(element.name, around) : element.name
  if (name === null) {
    settleInto(settled, element.children, around)
    return
  }
  const inside: Surroundings = {
    parent: name,
    isInLink: around.isInLink || name === 'a',
    isInHeading: around.isInHeading || HEADINGS.has(name),
  }
  if (name === element.name && name !== 'table' && name !== 'pre' && isLeaf(element)) {
    settled.push(element)
    return
  }
  if (name === 'table') {
    settled.push(...settleTable(element, inside))
    return
  }
  const children = settleAll(element.children, inside)
  const attributes = name === element.name ? element.attributes : keepGeneral(element.attributes)
  const hasBlock = children.some(holdsBlock)
  const whole = {
    name: hasBlock && name === 'p' ? 'div' : name,
    attributes,
    children: name === 'pre' ? withoutFirstNewline(children) : children,
  }
  if (hasBlock) blockInside.add(whole)
  settled.push(whole)
}

/** The name that an element may have here; null where only its content may stay. */
function settledName(name: string, { parent, isInLink, isInHeading }: Surroundings): string | null {
  if (name === 'a') return isInLink ? null : name
  if (HEADINGS.has(name)) return isInHeading ? null : name
  if (name === 'li') return parent === 'ul' || parent === 'ol' ? name : 'div'
  if (name === 'dt' || name === 'dd') return parent === 'dl' ? name : 'div'
  if (name === 'rt' || name === 'rp') return parent === 'ruby' ? name : null
  if (name === 'summary') return parent === 'details' ? name : 'div'
  return name === 'col' || name === 'colgroup' ? null : 'div'
}

/** Elements in which a block stands, noted once, so that asking costs nothing. */
const blockInside = new WeakSet<MarkupElement>()

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
  const caption = table.children.filter((node) => isNamed(node, CAPTION)).slice(0, 1)
  const columns = table.children.filter((node) => isNamed(node, COLUMNS)).map(columnGroup)
  const sections = sectionsOf(table.children, strays, inside)
  const before = strays.length === 0 ? [] : settleAll(strays, { ...inside, parent: 'div' })
  if (sections.length === 0) return before
  const head = caption.map((element) => ({ ...element, children: settleAll(element.children, { ...inside, parent: 'caption' }) }))
  const whole: MarkupElement = { name: 'table', attributes: table.attributes, children: [...head, ...columns, ...sections] }
  return [...before, whole]
}

const CAPTION = new Set(['caption'])
const COLUMNS = new Set(['colgroup', 'col'])
const BESIDE_SECTIONS = new Set([...CAPTION, ...COLUMNS])
const SECTIONS = new Set(['thead', 'tbody', 'tfoot'])
const ROWS = new Set(['tr'])
const CELLS = new Set(['td', 'th'])

function columnGroup(element: MarkupElement): MarkupElement {
  if (element.name === 'col') return { name: 'colgroup', attributes: {}, children: [{ ...element, children: [] }] }
  return { ...element, children: element.children.filter((node) => typeof node !== 'string' && node.name === 'col') }
}

/** Sections as written; rows that stand in none get one. */
function sectionsOf(nodes: readonly MarkupNode[], strays: MarkupNode[], inside: Surroundings): MarkupElement[] {
  const others = nodes.filter((node) => !isNamed(node, BESIDE_SECTIONS))
  return inGroups(others, SECTIONS, 'tbody').flatMap(({ name, attributes, children }) => {
    const rows = rowsOf(children, strays, inside)
    return rows.length === 0 ? [] : [{ name, attributes, children: rows }]
  })
}

/** Rows as written; cells that stand in none get one. */
function rowsOf(nodes: readonly MarkupNode[], strays: MarkupNode[], inside: Surroundings): MarkupElement[] {
  return inGroups(nodes, ROWS, 'tr').flatMap(({ name, attributes, children }) => {
    const cells: MarkupElement[] = []
    for (const node of children) {
      if (isNamed(node, CELLS)) cells.push(settledCell(node, inside))
      else if (typeof node !== 'string' || node.trim() !== '') strays.push(node)
    }
    return cells.length === 0 ? [] : [{ name, attributes, children: cells }]
  })
}

function settledCell({ name, attributes, children }: MarkupElement, inside: Surroundings): MarkupElement {
  return { name, attributes, children: settleAll(children, { ...inside, parent: name }) }
}

/** Elements of the given names, and what stands between them in elements of the name `made`. */
function inGroups(nodes: readonly MarkupNode[], names: ReadonlySet<string>, made: string): MarkupElement[] {
  const groups: MarkupElement[] = []
  let loose: MarkupNode[] = []
  const closeLoose = (): void => {
    if (loose.length > 0) groups.push({ name: made, attributes: {}, children: loose })
    loose = []
  }
  for (const node of nodes) {
    if (!isNamed(node, names)) {
      loose.push(node)
      continue
    }
    closeLoose()
    groups.push(node)
  }
  closeLoose()
  return groups
}

function isNamed(node: MarkupNode, names: ReadonlySet<string>): node is MarkupElement {
  return typeof node !== 'string' && names.has(node.name)
}
