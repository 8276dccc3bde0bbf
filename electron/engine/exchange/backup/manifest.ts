import { z } from 'zod'
import { epochMs } from '../../../../shared/contract/schemas.ts'

/** The form of backups that this Newsdesk writes, and the newest that it reads. */
export const BACKUP_VERSION = 1

/** The most that a backup may hold; what is beyond is no backup of a person's. */
export const backupLimits = { entries: 500_000, bytes: 32 * 1024 ** 3, manifestBytes: 128 * 1024 ** 2 }

/** The entries of a backup that are not pictures. `saved.json`, `sources.opml` and `settings.json` are there to be read without Newsdesk. */
export const LIBRARY_ENTRY = 'library.sqlite'
/** The entry that lists all others. */
export const MANIFEST_ENTRY = 'manifest.json'

const PICTURE = /^saved-media\/[0-9a-f]{2}\/[0-9a-f]{16,128}(?:\.[a-z0-9]{1,5})?$/
const PLAIN = new Set([LIBRARY_ENTRY, 'saved.json', 'sources.opml', 'settings.json'])

/** Whether a backup may have an entry of this name: nothing that leads out of a folder can. */
export function isEntryName(name: string): boolean {
  return PLAIN.has(name) || PICTURE.test(name)
}

const entry = z.strictObject({ name: z.string().refine(isEntryName), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
/** A file of a backup. */
export type BackupEntry = z.infer<typeof entry>

/** What `manifest.json` says. `library`: the number of the library's schema is in the library itself. */
const manifest = z.object({
  format: z.literal('newsdesk backup'),
  version: z.literal(BACKUP_VERSION),
  appVersion: z.string().max(100),
  madeAt: epochMs,
  entries: z.array(entry).max(backupLimits.entries),
})
export type Manifest = z.infer<typeof manifest>

/** Reads a manifest: what it says, or why it is none. */
export function readManifest(text: string): Manifest | 'foreign' | 'from-future' | 'damaged' {
  let said: unknown
  try {
    said = JSON.parse(text)
  } catch {
    return 'damaged'
  }
  const about = z.object({ format: z.literal('newsdesk backup'), version: z.int() }).safeParse(said)
  if (!about.success) return 'foreign'
  if (about.data.version > BACKUP_VERSION) return 'from-future'
  const read = manifest.safeParse(said)
  return read.success ? read.data : 'damaged'
}
