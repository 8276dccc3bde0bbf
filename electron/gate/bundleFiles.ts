import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the built screen: where it is, and the type to serve it with. */
export interface BundleFile {
  readonly path: string
  readonly type: string
}

/** The files of the built screen, by the path they are asked with. */
export type Bundle = ReadonlyMap<string, BundleFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Reads which files the build made. A host serves what this map holds for the very path that was asked, and nothing
 * else: no path is ever put together from a request.
 *
 * @param folder the built screen, with its list `files.json`.
 */
export function readBundle(folder: string): Bundle {
  const names = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8')) as readonly string[]
  const files = names.map((name): [string, BundleFile] => [`/${name}`, { path: join(folder, name), type: typeOf(name) }])
  const bundle = new Map(files)
  const index = bundle.get('/index.html')
  if (index !== undefined) bundle.set('/', index)
  return bundle
}

function typeOf(name: string): string {
  return types[extname(name)] ?? 'application/octet-stream'
}
