import { edition } from '../../../shared/edition.ts'
import { safeFileName } from '../../../shared/fileName.ts'
import { failed, ok } from '../../../shared/result.ts'
import { missingPictures, type ExportedArticle, type ExportSpeech } from '../exchange/exportedArticle.ts'
import { writeDocument, type DocumentContents } from '../exchange/writeDocument.ts'
import { writeMarkdownFile, writeMarkdownZip } from '../exchange/writeMarkdown.ts'
import type { CheckedInput, RequestOutput } from '../../../shared/contract/requests.ts'
import type { LeavingFile } from '../../../shared/contract/transfer.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { gatherArticle } from './gatherArticle.ts'

type Order = CheckedInput<'exportArticles'>
type Report = RequestOutput<'exportArticles'>

const MOST_NAMED = 100

/** Answers that write articles and saved items into files. One article is in hand at a time, however many there are. */
export function exportAnswers(parts: EngineParts): Pick<Answers, 'exportArticles' | 'stopExport'> {
  let stopper = new AbortController()
  return {
    exportArticles: async (order) => {
      stopper = new AbortController()
      const ids = order.ids ?? parts.store.saved.ids()
      const first = await firstOf(ids, parts)
      if (first === null) return failed({ kind: 'not-found', what: order.ids === null ? 'saved item' : 'article' })
      const run = new ExportRun(ids, parts, AbortSignal.any([stopper.signal, parts.stop]))
      return ok(await run.write(order, first))
    },
    stopExport: () => {
      stopper.abort()
      return ok({})
    },
  }
}

async function firstOf(ids: readonly string[], parts: EngineParts): Promise<ExportedArticle | null> {
  for (const id of ids) {
    const article = await gatherArticle(id, parts)
    if (article !== null) return article
  }
  return null
}

/** The articles of one file, and how many stand in those before it. */
interface Part {
  readonly from: number
  readonly ids: readonly string[]
}

/** One export, with what it has met so far. */
class ExportRun {
  readonly #ids: readonly string[]
  readonly #parts: EngineParts
  readonly #stop: AbortSignal
  readonly #missing: { title: string; url: string }[] = []
  #articles = 0
  #missingCount = 0

  constructor(ids: readonly string[], parts: EngineParts, stop: AbortSignal) {
    this.#ids = ids
    this.#parts = parts
    this.#stop = stop
  }

  async write(order: Order, first: ExportedArticle): Promise<Report> {
    const files: LeavingFile[] = []
    const name = this.#nameOf(order, first)
    try {
      for (const part of this.#partsOf(order))
        files.push(await this.#parts.transfers.make('out', name, (path) => this.#fill(path, order, first, part)))
      return this.#report(files)
    } catch (fault) {
      for (const { token } of files) await (await this.#parts.transfers.take('out', token))?.drop()
      if (this.#stop.aborted) return this.#report([])
      throw fault
    }
  }

  #partsOf({ format, articlesInPart = this.#ids.length }: Order): Part[] {
    if (format !== 'pdf') return [{ from: 0, ids: this.#ids }]
    const starts = Array.from({ length: Math.ceil(this.#ids.length / articlesInPart) }, (_, index) => index * articlesInPart)
    return starts.map((from) => ({ from, ids: this.#ids.slice(from, from + articlesInPart) }))
  }

  async #fill(path: string, { format, locale }: Order, first: ExportedArticle, part: Part): Promise<void> {
    const speech: ExportSpeech = { locale, now: this.#parts.now() }
    if (format !== 'markdown') {
      const title = this.#isSingle() ? first.title : edition.productName
      const titles = this.#isSingle() || part.from > 0 ? [] : this.#titles()
      return await writeDocument(path, { title, titles, tied: this.#tied(part), articles: this.#gathered(part) }, speech)
    }
    if (!this.#isPlainFile(first)) return await writeMarkdownZip(path, this.#gathered(part), speech)
    for await (const article of this.#gathered(part)) await writeMarkdownFile(path, article, speech)
  }

  async *#gathered({ from, ids }: Part): AsyncGenerator<ExportedArticle> {
    for (const [index, id] of ids.entries()) {
      this.#stop.throwIfAborted()
      const article = await gatherArticle(id, this.#parts)
      if (article !== null) {
        this.#note(article)
        yield article
      }
      this.#parts.tell({ name: 'exportProgress', body: { done: from + index + 1, total: this.#ids.length } })
    }
  }

  #note(article: ExportedArticle): void {
    const missing = missingPictures(article)
    this.#articles += 1
    this.#missingCount += missing.length
    const room = MOST_NAMED - this.#missing.length
    this.#missing.push(...missing.slice(0, room).map(({ url }) => ({ title: article.title, url })))
  }

  #titles(): readonly Pick<ExportedArticle, 'id' | 'title'>[] {
    const { store } = this.#parts
    const saved = new Map(store.saved.list().map((item) => [item.id, item.title]))
    return this.#ids.flatMap((id) => {
      const title = saved.get(id) ?? store.articles.getContent(id)?.title
      return title === undefined ? [] : [{ id, title }]
    })
  }

  #tied({ from, ids }: Part): DocumentContents['tied'] {
    if (ids.length === this.#ids.length) return null
    return from > 0 ? { away: [], here: ids } : { away: this.#ids.slice(ids.length), here: [] }
  }

  #isSingle(): boolean {
    return this.#ids.length === 1
  }

  // With pictures that are not stored a file alone is whole all the same: it names them.
  #isPlainFile(first: ExportedArticle): boolean {
    return this.#isSingle() && first.pictures.every((picture) => picture.file === null)
  }

  #nameOf({ format }: Order, first: ExportedArticle): string {
    const day = new Date(this.#parts.now()).toISOString().slice(0, 10)
    const extension = format !== 'markdown' ? 'html' : this.#isPlainFile(first) ? 'md' : 'zip'
    return safeFileName(this.#isSingle() ? first.title : `${edition.productName} ${day}`, extension)
  }

  #report([file, ...further]: readonly LeavingFile[]): Report {
    return { file: file ?? null, further, exported: this.#articles, missing: this.#missing, missingCount: this.#missingCount }
  }
}
