import { FIRST_FREE, once, pdfPart } from './pdfPart.ts'
import type { Bookmarks, PdfPart } from './pdfPart.ts'
import { PdfWriter } from './pdfWriter.ts'
import { readPdf } from './readPdf.ts'
import type { PdfFile, PdfObject } from './readPdf.ts'
import { withEntry } from './renumber.ts'

/**
 * PDFs of Chromium's that become one file, one behind the other, with one of them in memory at a time. Links from one into another
 * find their place by its name; bookmarks, and the structure that screen readers follow, go on where those of the one before end.
 */
export class PdfJoin {
  readonly #writer: PdfWriter
  readonly #parts: Omit<PdfPart, 'objects'>[] = []
  #next: number = FIRST_FREE
  /** The last bookmark so far, which is written when the one behind it is known. */
  #held: { readonly number: number; readonly object: PdfObject } | null = null

  private constructor(writer: PdfWriter) {
    this.#writer = writer
  }

  /** Begins a file, which must not be there. */
  static async begin(path: string): Promise<PdfJoin> {
    return new PdfJoin(await PdfWriter.begin(path))
  }

  /** Adds the pages of a PDF behind those that are there. */
  async add(bytes: Buffer): Promise<void> {
    const pdf = readPdf(bytes)
    const { objects, ...part } = this.#part(pdf)
    if (this.#parts.length === 0) await this.#writer.head(pdf.head)
    const linked = await this.#linked(part.bookmarks)
    for (const [number, object] of objects) {
      const own = linked(number, object)
      if (number === part.bookmarks?.last) this.#held = { number, object: own }
      else await this.#writer.put(number, own)
    }
    this.#parts.push(part)
    this.#next += pdf.size
  }

  /** Writes what holds the parts together, and closes the file. */
  async finish(): Promise<void> {
    if (this.#held !== null) await this.#writer.put(this.#held.number, this.#held.object)
    for (const [number, text] of wholeOf(this.#parts)) await this.#writer.put(number, { text, stream: null })
    await this.#writer.finish(this.#next, once.catalog, once.info)
  }

  /** Closes the file as it is. */
  async close(): Promise<void> {
    await this.#writer.close()
  }

  #part(pdf: PdfFile): PdfPart {
    const firstKey = sum(this.#parts.map(({ keys }) => keys))
    // As wide as the numbers behind it, so that the names of all parts are in order.
    return pdfPart(pdf, this.#next, { firstKey, prefix: `part${String(this.#parts.length).padStart(5, '0')}node` })
  }

  /** Chains the bookmarks of a part to those that are there. */
  async #linked(bookmarks: Bookmarks | null): Promise<(number: number, object: PdfObject) => PdfObject> {
    const before = this.#held
    if (before === null || bookmarks === null) return (_, object) => object
    await this.#writer.put(before.number, withLink(before.object, `/Next ${bookmarks.first} 0 R`))
    return (number, object) => (number === bookmarks.first ? withLink(object, `/Prev ${before.number} 0 R`) : object)
  }
}

function withLink({ text, stream }: PdfObject, entry: string): PdfObject {
  return { text: withEntry(text, entry), stream }
}

/** The objects that stand once, of all parts together. */
function wholeOf(parts: readonly Omit<PdfPart, 'objects'>[]): (readonly [number, string])[] {
  const bookmarks = parts.flatMap((part) => part.bookmarks ?? [])
  const pageCount = sum(parts.map(({ pages }) => pages.count))
  const keys = sum(parts.map((part) => part.keys))
  const structure = [`/ParentTreeNextKey ${keys}`, `/ParentTree ${once.parents} 0 R`, `/IDTree ${once.ids} 0 R`]
  return [
    [once.catalog, catalogOf(parts[0]?.language ?? null, bookmarks.length > 0)],
    [once.pages, dictionary('Pages', [`/Count ${pageCount}`, `/Kids ${list(parts.map(({ pages }) => pages.root))}`])],
    [once.dests, `<<${parts.map((part) => part.dests).join('\n')}>>`],
    [once.structure, dictionary('StructTreeRoot', [`/K ${list(parts.map((part) => part.structure))}`, ...structure])],
    [once.parents, dictionary('ParentTree', [`/Nums [${parts.map((part) => part.parents).join(' ')}]`])],
    [once.ids, `<</Kids [${parts.flatMap((part) => part.ids).join(' ')}]>>`],
    ...bookmarkRoot(bookmarks),
    [once.info, parts[0]?.info ?? '<<>>'],
  ]
}

function catalogOf(language: string | null, hasBookmarks: boolean): string {
  return dictionary('Catalog', [
    `/Pages ${once.pages} 0 R`,
    `/Dests ${once.dests} 0 R`,
    '/MarkInfo <</Marked true>>',
    `/StructTreeRoot ${once.structure} 0 R`,
    ...(hasBookmarks ? [`/Outlines ${once.bookmarks} 0 R`] : []),
    '/ViewerPreferences <</DisplayDocTitle true>>',
    ...(language === null ? [] : [`/Lang ${language}`]),
  ])
}

function bookmarkRoot(bookmarks: readonly Bookmarks[]): (readonly [number, string])[] {
  const [first, last] = [bookmarks[0], bookmarks.at(-1)]
  if (first === undefined || last === undefined) return []
  const entries = [`/First ${first.first} 0 R`, `/Last ${last.last} 0 R`, `/Count ${sum(bookmarks.map(({ count }) => count))}`]
  return [[once.bookmarks, dictionary('Outlines', entries)]]
}

function dictionary(type: string, entries: readonly string[]): string {
  return `<</Type /${type}\n${entries.join('\n')}>>`
}

function list(numbers: readonly (number | null)[]): string {
  return `[${numbers.flatMap((number) => (number === null ? [] : `${number} 0 R`)).join(' ')}]`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
