import { basename, join } from 'node:path'
import { BrowserWindow, app, dialog } from 'electron'
import type { FileFilter, WebContents } from 'electron'
import { z } from 'zod'
import { fileToken, type EnteringFile, type Keeping, type PrintProgress } from '../../shared/contract/transfer.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import { extensionOf, fileKinds, isFileKind, type FileKind } from '../../shared/fileKinds.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { spoken } from '../../shared/spoken.ts'
import { copyWhole } from '../transfer/copyWhole.ts'
import type { TakenFile, TransferFolder } from '../transfer/transferFolder.ts'
import { writingFailure } from '../transfer/writingFailure.ts'
import { bringIn } from './bringIn.ts'
import { channels } from './channels.ts'
import { printDocuments } from './pdf/printDocuments.ts'

/** How files leave and enter: by the system's dialogs. No path comes from the page, and none is told to it. */
export interface FileDoor {
  /** Asks where to keep a file that the engine made, and puts it there. */
  keep(contents: WebContents, token: unknown): Promise<Result<Keeping, SpokenFailure>>
  /** The same for documents that the engine made, as one PDF; the page hears how many of them are pages by now. */
  keepPdf(contents: WebContents, tokens: unknown): Promise<Result<Keeping, SpokenFailure>>
  /** Ends the printing that is under way: its answer is that nothing was kept. */
  stopPdf(): void
  /** Asks for a file of these kinds and brings a copy in; null where the person chose none. */
  choose(contents: WebContents, kinds: unknown): Promise<Result<EnteringFile | null, SpokenFailure>>
}

/** The {@link FileDoor} of a profile. One dialog at a time. */
export function createFileDoor(transfers: TransferFolder): FileDoor {
  let isAsking = false
  let stopper = new AbortController()

  async function alone<Value>(ask: () => Promise<Result<Value, SpokenFailure>>): Promise<Result<Value, SpokenFailure>> {
    if (isAsking) return failed(spoken({ kind: 'bad-request', reason: 'dialog-open' }))
    isAsking = true
    try {
      return await ask()
    } finally {
      isAsking = false
    }
  }

  return {
    keep: (contents, token) => alone(() => keep(transfers, contents, String(token))),
    keepPdf: (contents, tokens) =>
      alone(() => {
        stopper = new AbortController()
        return keepPdf(transfers, contents, tokens, stopper.signal)
      }),
    stopPdf: () => stopper.abort(),
    choose: (contents, kinds) => alone(() => choose(transfers, contents, kinds)),
  }
}

async function keep(transfers: TransferFolder, contents: WebContents, token: string): Promise<Result<Keeping, SpokenFailure>> {
  const file = await transfers.take('out', token)
  if (file === null) return failed(spoken({ kind: 'file-gone' }))
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(contents), {
    defaultPath: join(app.getPath('downloads'), file.name),
    filters: filtersOf([extensionOf(file.name)]),
  })
  if (canceled || filePath === '') {
    await file.drop()
    return ok({ outcome: 'cancelled', name: file.name })
  }
  const name = basename(filePath)
  try {
    await copyWhole(file.path, filePath)
  } catch (fault) {
    await file.putBack()
    return failed(spoken(writingFailure(fault, name)))
  }
  await file.drop()
  return ok({ outcome: 'kept', name })
}

async function keepPdf(
  transfers: TransferFolder,
  contents: WebContents,
  raw: unknown,
  stop: AbortSignal,
): Promise<Result<Keeping, SpokenFailure>> {
  const tokens = documentTokens.safeParse(raw)
  if (!tokens.success) return failed(spoken({ kind: 'bad-request', reason: 'wrong-form' }))
  // All at once: the tokens of the last would be out of date when the first are printed.
  const documents = await takeAll(transfers, tokens.data)
  const [first] = documents
  if (first === undefined) return failed(spoken({ kind: 'file-gone' }))
  try {
    if (documents.some(({ type }) => type !== 'text/html')) return failed(spoken({ kind: 'bad-request', reason: 'not-printable' }))
    const name = `${first.name.slice(0, -'.html'.length)}.pdf`
    const onPrinted = (done: number): void => tellPrinted(contents, { done, total: documents.length })
    const paths = documents.map(({ path }) => path)
    const pdf = await transfers.make('out', name, (path) => printDocuments(paths, path, { stop, onPrinted })).catch(unlessStopped(stop))
    return pdf === null ? ok({ outcome: 'cancelled', name }) : await keep(transfers, contents, pdf.token)
  } finally {
    for (const document of documents) await document.drop()
  }
}

const documentTokens = z.array(fileToken).min(1).max(1000)

/** Takes every file of these tokens; none where one of them is gone. */
async function takeAll(transfers: TransferFolder, tokens: readonly string[]): Promise<TakenFile[]> {
  const taken: TakenFile[] = []
  for (const token of tokens) {
    const file = await transfers.take('out', token)
    if (file !== null) taken.push(file)
  }
  if (taken.length === tokens.length) return taken
  for (const file of taken) await file.putBack()
  return []
}

function unlessStopped(stop: AbortSignal): (fault: unknown) => null {
  return (fault) => {
    if (stop.aborted) return null
    throw fault
  }
}

function tellPrinted(contents: WebContents, progress: PrintProgress): void {
  if (!contents.isDestroyed()) contents.send(channels.printing, progress)
}

async function choose(
  transfers: TransferFolder,
  contents: WebContents,
  kinds: unknown,
): Promise<Result<EnteringFile | null, SpokenFailure>> {
  if (!areFileKinds(kinds)) return failed(spoken({ kind: 'bad-request', reason: 'no-such-file' }))
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(contents), {
    properties: ['openFile'],
    filters: filtersOf(kinds.flatMap((kind) => fileKinds[kind].extensions)),
  })
  const [path] = filePaths
  if (canceled || path === undefined) return ok(null)
  return await bringIn(transfers, path, Math.max(...kinds.map((kind) => fileKinds[kind].largest)))
}

function areFileKinds(kinds: unknown): kinds is readonly FileKind[] {
  return Array.isArray(kinds) && kinds.length > 0 && kinds.length <= Object.keys(fileKinds).length && kinds.every(isFileKind)
}

// The ends of the names say in every language what is meant.
function filtersOf(extensions: readonly string[]): FileFilter[] {
  const shown = extensions.filter((extension) => extension !== '')
  return shown.length === 0 ? [] : [{ name: shown.map((extension) => `.${extension}`).join(', '), extensions: [...shown] }]
}

function windowOf(contents: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(contents)
  if (window === null) throw new Error('A page without a window asked for a file')
  return window
}
