import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Failure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { writeSavedFile } from '../../store/mirror/writeSavedFile.ts'
import type { Store } from '../../store/store.ts'
import { exportOpml } from '../subscriptions.ts'
import { hashThrough } from './hashing.ts'
import { countingBytes } from './longWork.ts'
import type { LongWork } from './longWork.ts'
import { BACKUP_VERSION, LIBRARY_ENTRY, MANIFEST_ENTRY, isEntryName } from './manifest.ts'
import type { BackupEntry, Manifest } from './manifest.ts'
import { readBackup } from './readBackup.ts'

/** What a backup is made from. */
export interface BackupSource {
  readonly store: Pick<Store, 'copyLibrary' | 'saved' | 'sources' | 'settings'>
  readonly profile: string
  readonly appVersion: string
  readonly now: () => EpochMs
}

/** How much a backup holds. `bytes`: the size of its file. */
export interface BackupAmount {
  readonly saved: number
  readonly sources: number
  readonly bytes: number
}

interface FileToPack extends BackupEntry {
  readonly path: string
}

/**
 * Makes a backup at a path where nothing stands yet: one zip of the library, the pictures of what is saved, and the same in plain files. It is
 * read back and checked like one that is restored before it counts as made. Nothing is held whole in memory.
 */
export async function writeBackup(path: string, source: BackupSource, work: LongWork): Promise<Result<BackupAmount, Failure>> {
  const { store, profile, appVersion, now } = source
  await mkdir(join(profile, 'backups'), { recursive: true, mode: 0o700 })
  const side = await mkdtemp(join(profile, 'backups', 'making-'))
  try {
    const madeAt = now()
    await writePlainFiles(side, source, madeAt)
    const paths = [...(await filesIn(side)), ...(await picturesIn(profile))]
    // Each byte is read three times: to know its hash, to be packed, and to be checked.
    const counted = countingBytes(3 * (await bytesOf(paths)), work)
    const files = await hashed(paths, counted, work.signal)
    const entries = files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
    await pack(path, files, { format: 'newsdesk backup', version: BACKUP_VERSION, appVersion, madeAt, entries }, counted, work.signal)
    const read = await readBackup(path, { into: null, counted, signal: work.signal })
    if (!read.ok) throw new Error(`the backup that was written cannot be read: ${read.failure.kind}`)
    return ok({ saved: store.saved.ids().length, sources: store.sources.list().length, bytes: (await stat(path)).size })
  } catch (fault) {
    await rm(path, { force: true })
    if (work.signal.aborted) return failed({ kind: 'stopped' })
    throw fault
  } finally {
    await rm(side, { recursive: true, force: true })
  }
}

async function writePlainFiles(side: string, { store }: BackupSource, madeAt: EpochMs): Promise<void> {
  await store.copyLibrary(join(side, LIBRARY_ENTRY))
  const ids = store.saved.ids().toReversed()
  await writeSavedFile(join(side, 'saved.json'), { ids, get: (id) => store.saved.get(id), writtenAt: madeAt, isWhole: true })
  await writeFile(join(side, 'sources.opml'), exportOpml(store))
  await writeFile(join(side, 'settings.json'), `${JSON.stringify(store.settings.read(), null, 2)}\n`)
}

async function filesIn(folder: string): Promise<{ name: string; path: string }[]> {
  return (await readdir(folder)).map((name) => ({ name, path: join(folder, name) }))
}

async function picturesIn(profile: string): Promise<{ name: string; path: string }[]> {
  const found = await readdir(join(profile, 'saved-media'), { recursive: true }).catch(() => [])
  return found
    .map((below) => ({ name: `saved-media/${below.replaceAll('\\', '/')}`, path: join(profile, 'saved-media', below) }))
    .filter(({ name }) => isEntryName(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function bytesOf(files: readonly { readonly path: string }[]): Promise<number> {
  let bytes = 0
  for (const { path } of files) bytes += await stat(path).then(({ size }) => size, nothing)
  return bytes
}

async function hashed(
  paths: readonly { readonly name: string; readonly path: string }[],
  counted: (bytes: number) => void,
  signal: AbortSignal,
): Promise<FileToPack[]> {
  const files: FileToPack[] = []
  for (const { name, path } of paths) {
    // A picture that was let go meanwhile belongs to nothing that is saved now.
    if ((await stat(path).catch(() => null)) === null) continue
    files.push({ name, path, ...(await hashThrough(createReadStream(path), null, counted, signal)) })
  }
  return files
}

async function pack(
  path: string,
  files: readonly FileToPack[],
  manifest: Manifest,
  counted: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  zip.on('error', (fault: Error) => out.destroy(fault))
  const mtime = new Date(manifest.madeAt)
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), MANIFEST_ENTRY, { mtime })
  for (const file of files) {
    // Pictures are packed already.
    zip.addReadStreamLazy(file.name, { mtime, size: file.bytes, compress: !file.name.startsWith('saved-media/') }, (give) => {
      give(
        null,
        createReadStream(file.path).on('data', (piece) => counted(piece.length)),
      )
    })
  }
  zip.end()
  await pipeline(out, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }), { signal })
}

function nothing(): number {
  return 0
}
