import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The paths of all files under `saved-media/`, unfinished ones too, in their order. */
export function savedMedia(profile: string): string[] {
  const folder = join(profile, 'saved-media')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((file) => join(file.parentPath, file.name)).toSorted()
}

/** The hashes of the pictures that stand there whole: their bytes are what their name says. */
export function wholePictures(profile: string): Set<string> {
  return new Set(
    savedMedia(profile)
      .filter(isWhole)
      .map((path) => basename(path)),
  )
}

function isWhole(path: string): boolean {
  return createHash('sha256').update(readFileSync(path)).digest('hex') === basename(path)
}
