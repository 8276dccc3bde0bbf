import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import type { Failure } from '../../../../shared/failures.ts'
import { failed, ok } from '../../../../shared/result.ts'
import type { Result } from '../../../../shared/result.ts'
import { storeFailure } from '../../store/store.ts'
import { hashThrough } from './hashing.ts'
import { MANIFEST_ENTRY, backupLimits, isEntryName, readManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'

/** What reading a backup comes to. */
export type ReadBackup = Result<Manifest, Failure>

/** How a backup is read. `into`: the folder that its files are unpacked to, or null to look only. */
export interface BackupReading {
  readonly into: string | null
  readonly counted: (bytes: number) => void
  readonly signal: AbortSignal
  /** Asked once all sizes are known and before anything is unpacked. */
  readonly hasRoom?: (bytes: number) => Promise<boolean>
}

const damaged = failed<Failure>({ kind: 'backup-damaged' })
const tooLarge = failed<Failure>({ kind: 'backup-too-large' })

/** What packs better than this is made to fill disks; a library of nothing but repetition packs a hundredfold. */
const MOST_PACKED = 500
const WORTH_A_LOOK = 1024 * 1024
const SYMBOLIC_LINK = 0o12

/**
 * Reads a backup to its end, of which nothing is believed: names, number, sizes, links and packing are looked at before a byte is unpacked,
 * and every file is held to its hash.
 */
export async function readBackup(path: string, reading: BackupReading): Promise<ReadBackup> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true })
  } catch (fault) {
    if (storeFailure(fault) !== null) throw fault
    return failed({ kind: (await beginsAsZip(path)) ? 'backup-damaged' : 'backup-foreign' })
  }
  try {
    return await readZip(zip, reading)
  } catch (fault) {
    if (reading.signal.aborted) return failed({ kind: 'stopped' })
    // The world's faults are told by whoever asked; what is left are the zip's own: a wrong checksum, a broken stream.
    if (storeFailure(fault) !== null) throw fault
    return damaged
  } finally {
    zip.close()
  }
}

async function readZip(zip: ZipFile, reading: BackupReading): Promise<ReadBackup> {
  if (zip.entryCount > backupLimits.entries) return tooLarge
  const listed = await entriesOf(zip)
  if (!listed.ok) return listed
  const entries = listed.value
  const head = entries.get(MANIFEST_ENTRY)
  if (head === undefined) return failed({ kind: 'backup-foreign' })
  if (head.uncompressedSize > backupLimits.manifestBytes) return tooLarge
  const manifest = readManifest(await text(await zip.openReadStreamPromise(head)))
  if (typeof manifest === 'string') return failed({ kind: `backup-${manifest}` })
  entries.delete(MANIFEST_ENTRY)
  const bytes = manifest.entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (bytes > backupLimits.bytes) return tooLarge
  if (!saysTheSame(manifest, entries)) return damaged
  if (reading.hasRoom && !(await reading.hasRoom(bytes))) return failed({ kind: 'disk-full' })
  return await readFiles(zip, entries, manifest, reading)
}

async function readFiles(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  manifest: Manifest,
  reading: BackupReading,
): Promise<ReadBackup> {
  for (const { name, sha256 } of manifest.entries) {
    const entry = entries.get(name)
    if (entry === undefined) return damaged
    const place = reading.into === null ? null : join(reading.into, name)
    if (place !== null) await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    const to = place === null ? null : createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true })
    const read = await hashThrough(await zip.openReadStreamPromise(entry), to, reading.counted, reading.signal)
    if (read.sha256 !== sha256) return damaged
  }
  return ok(manifest)
}

/** All entries by their names, where each may be one of a backup's. */
async function entriesOf(zip: ZipFile): Promise<Result<Map<string, Entry>, Failure>> {
  const entries = new Map<string, Entry>()
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    const name = entry.fileName
    if (name !== MANIFEST_ENTRY && !isEntryName(name))
      return failed({ kind: entries.has(MANIFEST_ENTRY) ? 'backup-damaged' : 'backup-foreign' })
    if (entries.has(name) || entry.isEncrypted() || isLink(entry)) return damaged
    if (entry.uncompressedSize > WORTH_A_LOOK && entry.uncompressedSize > entry.compressedSize * MOST_PACKED) return tooLarge
    entries.set(name, entry)
  }
  return ok(entries)
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (): void => void zip.off('entry', onEntry).off('end', onEnd).off('error', onError)
    const onEntry = (entry: Entry): void => (settle(), resolve(entry))
    const onEnd = (): void => (settle(), resolve(null))
    const onError = (fault: Error): void => (settle(), reject(fault))
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError)
    zip.readEntry()
  })
}

function isLink(entry: Entry): boolean {
  return entry.externalFileAttributes >>> 28 === SYMBOLIC_LINK
}

function saysTheSame({ entries }: Manifest, found: ReadonlyMap<string, Entry>): boolean {
  const names = new Set(entries.map(({ name }) => name))
  if (names.size !== entries.length || names.size !== found.size || !names.has('library.sqlite')) return false
  return entries.every(({ name, bytes }) => found.get(name)?.uncompressedSize === bytes)
}

async function beginsAsZip(path: string): Promise<boolean> {
  for await (const piece of createReadStream(path, { end: 3 })) return (piece as Buffer).toString('latin1') === 'PK\u0003\u0004'
  return false
}
