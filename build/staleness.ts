import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dist, root } from './places.ts'

const STAMP = join(dist, 'built-at')
const sources = ['electron', 'renderer', 'shared', 'build', 'package.json', 'package-lock.json']

/** True where something that is built from changed since the last build began, or nothing is built. */
export function isStale(): boolean {
  const builtAt = readStamp()
  return builtAt === null || sources.some((source) => changedAt(join(root, source)) > builtAt)
}

/** The file of a build's folder that says when the build began. */
export function stampName(): string {
  return 'built-at'
}

function readStamp(): number | null {
  try {
    return Number(readFileSync(STAMP, 'utf8'))
  } catch {
    return null
  }
}

// A folder's own time tells of files that were taken away.
function changedAt(path: string): number {
  const about = statSync(path, { throwIfNoEntry: false })
  if (about === undefined) return 0
  if (!about.isDirectory()) return about.mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, changedAt(join(path, name))), about.mtimeMs)
}
