import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { PdfObject } from './readPdf.ts'

const AT_ONCE = 1024 * 1024

/** Writes a PDF object by object, in any order, and the table of them at the end. */
export class PdfWriter {
  readonly #file: FileHandle
  readonly #offsets = new Map<number, number>()
  #waiting: Buffer[] = []
  #waitingBytes = 0
  #position = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  /** Begins a file, which must not be there. */
  static async begin(path: string): Promise<PdfWriter> {
    return new PdfWriter(await open(path, 'wx', 0o600))
  }

  /** Writes what a PDF begins with. */
  async head(bytes: Buffer): Promise<void> {
    await this.#write([bytes])
  }

  async put(number: number, { text, stream }: PdfObject): Promise<void> {
    this.#offsets.set(number, this.#position)
    const head = Buffer.from(`${number} 0 obj\n${text}${stream === null ? '\n' : ' '}`, 'latin1')
    await this.#write([head, ...(stream === null ? [] : [stream]), Buffer.from('endobj\n')])
  }

  /** Writes the table and closes the file. `size`: one more than the highest number. */
  async finish(size: number, catalog: number, info: number): Promise<void> {
    const from = this.#position
    const lines = Array.from({ length: size }, (_, number) => {
      const offset = this.#offsets.get(number)
      return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
    })
    const trailer = `trailer\n<</Size ${size}\n/Root ${catalog} 0 R\n/Info ${info} 0 R>>\nstartxref\n${from}\n%%EOF\n`
    await this.#write([Buffer.from(`xref\n0 ${size}\n${lines.join('')}${trailer}`)])
    await this.#flush()
    await this.close()
  }

  /** Closes the file as it is. */
  async close(): Promise<void> {
    await this.#file.close()
  }

  async #write(pieces: readonly Buffer[]): Promise<void> {
    for (const piece of pieces) {
      this.#waiting.push(piece)
      this.#waitingBytes += piece.byteLength
      this.#position += piece.byteLength
    }
    if (this.#waitingBytes > AT_ONCE) await this.#flush()
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingBytes = 0
    await this.#file.writeFile(bytes)
  }
}
