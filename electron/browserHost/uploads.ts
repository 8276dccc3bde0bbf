import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { EnteringFile } from '../../shared/contract/transfer.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import { fileKinds, isFileKind } from '../../shared/fileKinds.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { MINUTE } from '../../shared/time.ts'
import type { FileInMaking, TransferFolder } from '../transfer/transferFolder.ts'
import { writingFailure } from '../transfer/writingFailure.ts'

/** Most bytes of one piece of a file. */
export const LARGEST_PIECE = 4 * 1024 * 1024

const MOST_AT_ONCE = 4

/** Files on their way in, piece by piece: each piece is a request of its own, within all limits of requests. */
export interface Uploads {
  /** Begins one; `announced` is what the page says of it. Answers its id. */
  begin(announced: unknown): Promise<Result<{ readonly upload: string }, SpokenFailure>>
  /** Adds the next piece; answers the file once it is whole, else null. */
  add(upload: string, piece: Uint8Array): Promise<Result<EnteringFile | null, SpokenFailure>>
}

interface Upload {
  readonly file: FileInMaking
  readonly handle: FileHandle
  readonly name: string
  readonly bytes: number
  written: number
  isBusy: boolean
  timer: NodeJS.Timeout
}

/** The {@link Uploads} of one host. One that nobody goes on with is dropped after a minute. */
export function createUploads(transfers: TransferFolder): Uploads {
  return new HostUploads(transfers)
}

class HostUploads implements Uploads {
  readonly #transfers: TransferFolder
  readonly #underWay = new Map<string, Upload>()

  constructor(transfers: TransferFolder) {
    this.#transfers = transfers
  }

  async begin(announced: unknown): Promise<Result<{ readonly upload: string }, SpokenFailure>> {
    const asked = readAnnounced(announced)
    if (asked === null) return failed(spoken({ kind: 'bad-request', reason: 'no-such-file' }))
    const { kind, name, bytes } = asked
    const limit = fileKinds[kind].largest
    if (bytes > limit) return failed(spoken({ kind: 'file-too-large', name, limit }))
    if (bytes === 0) return failed(spoken({ kind: 'empty-document' }))
    if (this.#underWay.size >= MOST_AT_ONCE) return failed(spoken({ kind: 'bad-request', reason: 'too-many-files' }))
    const file = await this.#transfers.begin('in', name)
    const handle = await open(file.path, 'wx', 0o600)
    const id = randomBytes(16).toString('hex')
    const timer = setTimeout(() => void this.#drop(id), MINUTE).unref()
    this.#underWay.set(id, { file, handle, name, bytes, written: 0, isBusy: false, timer })
    return ok({ upload: id })
  }

  async add(id: string, piece: Uint8Array): Promise<Result<EnteringFile | null, SpokenFailure>> {
    const upload = this.#underWay.get(id)
    if (upload === undefined) return failed(spoken({ kind: 'file-gone' }))
    const isWrong = upload.isBusy || piece.byteLength === 0 || upload.written + piece.byteLength > upload.bytes
    if (isWrong) return failed(spoken({ kind: 'bad-request', reason: 'wrong-piece' }))
    return await this.#write(id, upload, piece)
  }

  async #write(id: string, upload: Upload, piece: Uint8Array): Promise<Result<EnteringFile | null, SpokenFailure>> {
    upload.isBusy = true
    upload.timer.refresh()
    try {
      await upload.handle.writeFile(piece)
      upload.written += piece.byteLength
      return ok(upload.written === upload.bytes ? await this.#finish(id, upload) : null)
    } catch (fault) {
      await this.#drop(id)
      return failed(spoken(writingFailure(fault, upload.name)))
    } finally {
      upload.isBusy = false
    }
  }

  async #finish(id: string, upload: Upload): Promise<EnteringFile> {
    this.#underWay.delete(id)
    clearTimeout(upload.timer)
    await upload.handle.close()
    const { token, name, bytes } = await upload.file.finish()
    return { token, name, bytes }
  }

  async #drop(id: string): Promise<void> {
    const upload = this.#underWay.get(id)
    if (upload === undefined) return
    this.#underWay.delete(id)
    clearTimeout(upload.timer)
    await upload.handle.close()
    await upload.file.drop()
  }
}

function readAnnounced(announced: unknown) {
  const { kind, name, bytes } = (announced ?? {}) as { readonly kind?: unknown; readonly name?: unknown; readonly bytes?: unknown }
  const isRight = isFileKind(kind) && typeof name === 'string' && typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0
  return isRight ? { kind, name: name.slice(0, 1000), bytes } : null
}
