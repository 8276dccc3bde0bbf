import type { EnteringFile, Keeping, LeavingFile } from '../../shared/contract/transfer.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import { fileKinds, type FileKind } from '../../shared/fileKinds.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { engineStopped } from './faults.ts'
import type { Post } from './post.ts'

const LOOK_EVERY = 100
const PIECE = 4 * 1024 * 1024

/** Hands a file to the browser's downloads. A download is no load of the page, so its policy does not forbid it. */
export async function downloadFile(post: Post, { token, name }: LeavingFile): Promise<Result<Keeping, SpokenFailure>> {
  const answer = await asked<{ readonly path: string }>(post, '/files/leave', { token })
  if (!answer.ok) return answer
  const link = document.createElement('a')
  link.href = answer.value.path
  link.download = name
  link.click()
  return ok({ outcome: 'handed-over', name })
}

/** Opens a document in a window of its own and shows the browser's printing of it. It can run no script: this page asks for the printing. */
export async function printFile(post: Post, { token, name }: LeavingFile): Promise<Result<Keeping, SpokenFailure>> {
  const answer = await asked<{ readonly path: string }>(post, '/files/print', { token })
  if (!answer.ok) return answer
  const { path } = answer.value
  const opened = window.open(path, '_blank')
  if (opened === null) return ok({ outcome: 'blocked', name })
  printWhenLoaded(opened, path)
  return ok({ outcome: 'printing', name })
}

// Browsers differ in whether a listener outlives the empty page that a window begins with.
function printWhenLoaded(opened: Window, path: string): void {
  const timer = setInterval(() => {
    if (!opened.closed && (opened.location.pathname !== path || opened.document.readyState !== 'complete')) return
    clearInterval(timer)
    if (!opened.closed) opened.print()
  }, LOOK_EVERY)
}

/** Has a person pick a file and sends it to the host, piece by piece. */
export async function pickFile(post: Post, kinds: readonly FileKind[]): Promise<Result<EnteringFile | null, SpokenFailure>> {
  const file = await picked(kinds)
  return file === null ? ok(null) : await upload(post, file, kindOf(file.name, kinds))
}

function picked(kinds: readonly FileKind[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = kinds.flatMap((kind) => fileKinds[kind].extensions.map((extension) => `.${extension}`)).join(',')
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

function kindOf(name: string, kinds: readonly FileKind[]): FileKind | undefined {
  const has = (extensions: readonly string[]): boolean => extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
  return kinds.find((kind) => has(fileKinds[kind].extensions)) ?? kinds[0]
}

async function upload(post: Post, file: File, kind: FileKind | undefined): Promise<Result<EnteringFile | null, SpokenFailure>> {
  const begun = await asked<{ readonly upload: string }>(post, '/files/enter', { kind, name: file.name, bytes: file.size })
  if (!begun.ok) return begun
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = await file
      .slice(at, at + PIECE)
      .arrayBuffer()
      .catch(() => null)
    // It was moved or taken away since it was chosen.
    if (piece === null) return failed({ kind: 'file-unreadable', name: file.name, sentence: 'The file could not be read.' })
    const answer = await asked<EnteringFile | null>(post, `/files/enter/${begun.value.upload}`, piece)
    if (!answer.ok || answer.value !== null) return answer
  }
  return failed(engineStopped)
}

async function asked<Value>(post: Post, path: string, body: unknown): Promise<Result<Value, SpokenFailure>> {
  try {
    return (await (await post(path, body)).json()) as Result<Value, SpokenFailure>
  } catch {
    return failed(engineStopped)
  }
}
