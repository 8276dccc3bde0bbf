import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { articlePart, contentsList, documentEnd, documentHead, ties } from './document/articleDocument.ts'
import type { ExportSpeech, ExportedArticle } from './exportedArticle.ts'

/**
 * What a document holds: its title, the titles for its list (none for a single article), and the articles. `tied`: how it hangs together
 * with the other parts of a PDF; null where it is whole.
 */
export interface DocumentContents {
  readonly title: string
  readonly titles: readonly Pick<ExportedArticle, 'id' | 'title'>[]
  readonly tied: Parameters<typeof ties>[0] | null
  readonly articles: AsyncIterable<ExportedArticle>
}

/** Writes articles as one HTML document that carries everything it shows. One article is in hand at a time. */
export async function writeDocument(path: string, contents: DocumentContents, speech: ExportSpeech): Promise<void> {
  async function* parts(): AsyncGenerator<string> {
    yield documentHead(contents.title, speech)
    if (contents.tied !== null) yield ties(contents.tied)
    if (contents.titles.length > 1) yield contentsList(contents.titles, speech)
    for await (const article of contents.articles) {
      const data = await picturesOf(article)
      yield articlePart(article, speech, (number) => data[number] ?? null)
    }
    yield documentEnd
  }
  await pipeline(Readable.from(parts()), createWriteStream(path, { mode: 0o600 }))
}

async function picturesOf({ pictures }: ExportedArticle): Promise<(string | null)[]> {
  const data: (string | null)[] = []
  for (const { file } of pictures) {
    const bytes = file === null ? null : await readFile(file.path).catch(() => null)
    data.push(file === null || bytes === null ? null : `data:${file.type};base64,${bytes.toString('base64')}`)
  }
  return data
}
