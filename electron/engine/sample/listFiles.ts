import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Kept beside the pages but no part of the edition: what its pictures are drawn from. */
const NOT_SERVED = new Set(['drawings'])

/**
 * The manifest of a sample edition: each address it answers, and the file behind it. A folder of the first level is a
 * host, `index.html` answers for its folder. Only plain files are listed, so a link can lead nowhere else.
 */
export function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  for (const host of readdirSync(folder, { withFileTypes: true })) {
    if (host.isDirectory() && !NOT_SERVED.has(host.name)) listFolder(join(folder, host.name), `sample://${host.name}/`, files)
  }
  return files
}

function listFolder(folder: string, address: string, files: Map<string, string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) listFolder(path, `${address}${entry.name}/`, files)
    if (!entry.isFile()) continue
    files.set(`${address}${entry.name}`, path)
    if (entry.name === 'index.html') files.set(address, path)
  }
}
