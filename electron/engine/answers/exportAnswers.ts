import { edition } from '../../../shared/edition.ts'
import { safeFileName } from '../../../shared/fileName.ts'
import { MOST_IN_PDF } from '../../../shared/exportFormats.ts'
import { failed, ok } from '../../../shared/result.ts'
import { missingPictures, type ExportedArticle, type ExportSpeech } from '../exchange/exportedArticle.ts'
import { writeDocument } from '../exchange/writeDocument.ts'
import { writeMarkdownFile, writeMarkdownZip } from '../exchange/writeMarkdown.ts'
import type { CheckedInput, RequestOutput } from '../../../shared/contract/requests.ts'
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
      if (order.format === 'pdf' && ids.length > MOST_IN_PDF) return failed({ kind: 'bad-request', reason: 'long-pdf' })
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
    try {
      const file = await this.#parts.transfers.make('out', this.#nameOf(order, first), (path) => this.#fill(path, order, first))
      return this.#report(file)
    } catch (fault) {
      if (this.#stop.aborted) return this.#report(null)
      throw fault
    }
  }

  async #fill(path: string, { format, locale }: Order, first: ExportedArticle): Promise<void> {
    const speech: ExportSpeech = { locale, now: this.#parts.now() }
    if (format !== 'markdown') {
      const titles = this.#isSingle() ? [] : this.#titles()
      const title = this.#isSingle() ? first.title : edition.productName
      return await writeDocument(path, { title, titles, articles: this.#gathered() }, speech)
    }
    if (!this.#isPlainFile(first)) return await writeMarkdownZip(path, this.#gathered(), speech)
    for await (const article of this.#gathered()) await writeMarkdownFile(path, article, speech)
  }

  async *#gathered(): AsyncGenerator<ExportedArticle> {
    for (const [index, id] of this.#ids.entries()) {
      this.#stop.throwIfAborted()
      const article = await gatherArticle(id, this.#parts)
      if (article !== null) {
        this.#note(article)
        yield article
      }
      this.#parts.tell({ name: 'exportProgress', body: { done: index + 1, total: this.#ids.length } })
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

  #report(file: Report['file']): Report {
    return { file, exported: this.#articles, missing: this.#missing, missingCount: this.#missingCount }
  }
}
