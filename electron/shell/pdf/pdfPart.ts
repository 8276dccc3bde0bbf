import { refIn, unlike } from './readPdf.ts'
import type { PdfFile, PdfObject } from './readPdf.ts'
import { renumbered, withEntry } from './renumber.ts'
import type { Renumbering } from './renumber.ts'

/** The numbers of the objects that stand once in a joined PDF, whatever goes into it. */
export const once = { catalog: 1, pages: 2, dests: 3, structure: 4, parents: 5, ids: 6, bookmarks: 7, info: 8 } as const
/** The first number behind them. */
export const FIRST_FREE = 9

/** The bookmarks of a part at the top level: their ends, and how many there are on all levels. */
export interface Bookmarks {
  readonly first: number
  readonly last: number
  readonly count: number
}

/** A PDF on its way into a larger one, in the numbers of the larger one. */
export interface PdfPart {
  /** Everything but what stands once, renumbered as it is taken. */
  readonly objects: Iterable<readonly [number: number, object: PdfObject]>
  /** What is said of it: its title, when it was made. */
  readonly info: string
  /** As a string of a PDF; null where it names none. */
  readonly language: string | null
  /** The root of its pages, and how many there are. */
  readonly pages: { readonly root: number; readonly count: number }
  /** Its places that links lead to, as entries of a dictionary. */
  readonly dests: string
  /** The root of what it is made of, as screen readers follow it. */
  readonly structure: number | null
  /** From its pages to those elements, as pairs; and how many keys that takes. */
  readonly parents: string
  readonly keys: number
  /** The nodes with the names of its elements. */
  readonly ids: readonly string[]
  readonly bookmarks: Bookmarks | null
}

/** Takes what is needed of a PDF. `base`: what is added to its numbers. */
export function pdfPart(pdf: PdfFile, base: number, { firstKey, prefix }: Omit<Renumbering, 'numberOf'>): PdfPart {
  const roots = rootsOf(pdf)
  const places = new Map(
    Object.entries(roots).flatMap(([name, number]) => (number === null ? [] : [[number, once[name as Root]] as const])),
  )
  const change: Renumbering = { numberOf: (number) => places.get(number) ?? base + number, firstKey, prefix }
  const own = (root: Root): string => renumbered(saidBy(pdf, roots[root]), change)
  const pages = refIn(saidBy(pdf, pdf.catalog), 'Pages') ?? unlike('it has no pages')
  const moved = (number: number, text: string): string =>
    number === pages ? withEntry(renumbered(text, change), `/Parent ${once.pages} 0 R`) : renumbered(text, change)
  return {
    objects: objectsOf(pdf, (number) => (places.has(number) ? null : base + number), moved),
    info: own('info'),
    language: /\/Lang (\([^)]*\))/.exec(own('catalog'))?.[1] ?? null,
    pages: { root: base + pages, count: numberIn(saidBy(pdf, pages), 'Count') },
    dests: own('dests').replace(/^<<|>>$/g, ''),
    structure: refIn(own('structure'), 'K'),
    parents: pairsOf(own('parents'), firstKey),
    keys: roots.structure === null ? 0 : numberIn(own('structure'), 'ParentTreeNextKey'),
    ids: /\/Kids \[(.*?)\]/s.exec(own('ids'))?.[1]?.match(/\d+ 0 R/g) ?? [],
    bookmarks: bookmarksOf(own('bookmarks')),
  }
}

function* objectsOf(
  pdf: PdfFile,
  numberOf: (number: number) => number | null,
  moved: (number: number, text: string) => string,
): Generator<readonly [number: number, object: PdfObject]> {
  for (const [number, { text, stream }] of pdf.objects) {
    const own = numberOf(number)
    if (own !== null) yield [own, { text: moved(number, text), stream }]
  }
}

type Root = Exclude<keyof typeof once, 'pages'>

/** Which objects of a PDF are what stands once in the whole. The root of its pages stays, below that of the whole. */
function rootsOf(pdf: PdfFile): Readonly<Record<Root, number | null>> {
  const catalog = saidBy(pdf, pdf.catalog)
  const structure = refIn(catalog, 'StructTreeRoot')
  return {
    catalog: pdf.catalog,
    dests: refIn(catalog, 'Dests'),
    structure,
    parents: refIn(saidBy(pdf, structure), 'ParentTree'),
    ids: refIn(saidBy(pdf, structure), 'IDTree'),
    bookmarks: refIn(catalog, 'Outlines'),
    info: pdf.info,
  }
}

function saidBy(pdf: PdfFile, number: number | null): string {
  return number === null ? '' : (pdf.objects.get(number)?.text ?? unlike(`it lacks its object ${number}`))
}

/** The pairs of the tree that leads from pages to elements, by keys of the whole. Chromium writes it without branches. */
function pairsOf(text: string, firstKey: number): string {
  if (text === '') return ''
  const [, pairs] = /\/Nums \[([^\]]*)\]/.exec(text) ?? unlike('its structure has branches')
  return (pairs ?? '').replace(/(\d+) (\d+ 0 R)/g, (_, key: string, element: string) => `${firstKey + Number(key)} ${element}`)
}

function bookmarksOf(text: string): Bookmarks | null {
  const [first, last] = [refIn(text, 'First'), refIn(text, 'Last')]
  return first === null || last === null ? null : { first, last, count: numberIn(text, 'Count') }
}

function numberIn(text: string, name: string): number {
  const [, number = ''] = new RegExp(`/${name} (\\d+)`).exec(text) ?? unlike(`${name} is missing`)
  return Number(number)
}
