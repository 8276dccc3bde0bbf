import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A page that only this person can read and that sends its browser on. */
export interface LaunchFile {
  readonly url: string
  remove(): Promise<void>
}

/**
 * Writes a page that sends a browser on to an address. The address, with its code, so never stands among a process's arguments,
 * which every person of the machine can read.
 */
export async function writeLaunchFile(address: string): Promise<LaunchFile> {
  const folder = await mkdtemp(join(tmpdir(), 'newsdesk-'))
  const path = join(folder, 'open.html')
  await writeFile(path, page(address), { mode: 0o600 })
  return { url: pathToFileURL(path).href, remove: () => rm(folder, { recursive: true, force: true }) }
}

function page(address: string): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="referrer" content="no-referrer" />
  <meta http-equiv="refresh" content="0; url=${address}" />
  <title>Newsdesk</title>
  <a href="${address}">Open Newsdesk</a>
</html>
`
}
