import { writeFile } from 'node:fs/promises'
import { PdfJoin } from './joinPdfs.ts'
import { printPdf } from './printPdf.ts'

/** What to do while documents are printed. */
export interface Printing {
  /** Ends it: what was printed so far is thrown away with the rejection. */
  readonly stop: AbortSignal
  /** Hears how many of the documents are pages by now. */
  readonly onPrinted: (done: number) => void
}

/** Prints documents, one after the other, into one PDF. Where it rejects, the file is not whole. */
export async function printDocuments(documents: readonly string[], into: string, { stop, onPrinted }: Printing): Promise<void> {
  const [only = '', ...others] = documents
  if (others.length === 0) {
    await writeFile(into, await printPdf(only, stop), { mode: 0o600 })
    return onPrinted(1)
  }
  const join = await PdfJoin.begin(into)
  try {
    for (const [index, document] of documents.entries()) {
      await join.add(await printPdf(document, stop))
      onPrinted(index + 1)
    }
    await join.finish()
  } catch (fault) {
    await join.close()
    throw fault
  }
}
