import { createReadStream, createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { safeFileName } from '../../../shared/fileName.ts'
import type { ExportSpeech, ExportedArticle } from './exportedArticle.ts'
import { articleMarkdown, picturePlace } from './markdown/articleMarkdown.ts'

/** Writes one article as a Markdown file. Its pictures are named in it and not with it: see {@link writeMarkdownZip}. */
export async function writeMarkdownFile(path: string, article: ExportedArticle, speech: ExportSpeech): Promise<void> {
  await writeFile(path, articleMarkdown(article, speech), { mode: 0o600 })
}

/**
 * Writes articles as Markdown files in a zip, with their pictures beside them in `pictures/`, each once. One article is in hand at a
 * time: the next is asked for when the last is written.
 */
export async function writeMarkdownZip(path: string, articles: AsyncIterable<ExportedArticle>, speech: ExportSpeech): Promise<void> {
  const zip = new ZipFile()
  const mtime = new Date(speech.now)
  const add = (place: string, source: () => Readable, options: object = {}): Promise<void> =>
    new Promise((resolve, reject) => {
      zip.addReadStreamLazy(place, { mtime, mode: 0o100644, ...options }, (hand) => {
        const stream = source()
        stream.once('end', resolve).once('error', reject)
        hand(null, stream)
      })
    })

  async function fill(): Promise<void> {
    const [names, pictures] = [new Set<string>(), new Set<string>()]
    for await (const article of articles) {
      const bytes = Buffer.from(articleMarkdown(article, speech))
      await add(freeName(names, article.title), () => Readable.from([bytes]), { size: bytes.byteLength })
      for (const { file } of article.pictures) {
        if (file === null || pictures.has(file.hash)) continue
        pictures.add(file.hash)
        await add(picturePlace(file), () => createReadStream(file.path), { compress: false })
      }
    }
    zip.end()
  }

  const stopper = new AbortController()
  const output = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }), { signal: stopper.signal })
  try {
    // A disk that is full ends the output, and nothing would take what is added then.
    await Promise.race([fill(), output])
  } catch (fault) {
    stopper.abort()
    throw fault
  }
  await output
}

// Names that differ in the case of letters alone are one name on many disks.
function freeName(taken: Set<string>, title: string): string {
  for (let count = 1; ; count += 1) {
    const name = safeFileName(count === 1 ? title : `${title.slice(0, 80)} (${count})`, 'md')
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
