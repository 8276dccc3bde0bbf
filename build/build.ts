import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build } from 'vite'
import { LICENCES_FILE } from '../shared/licences.ts'
import { licencesOf } from './licences.ts'
import { electronConfig, nodeConfig } from './node.vite.ts'
import { dist, root } from './places.ts'
import { rendererConfig } from './renderer.vite.ts'
import { takeNotes } from './shippedPackages.ts'
import { isStale, stampName } from './staleness.ts'

/** Builds everything into `dist/` when a source is newer than what is there. */
export async function buildWhenStale(): Promise<void> {
  if (isStale()) await buildAll()
}

/** Builds everything beside `dist/` and puts it there when it is whole, so that what runs from it never sees half a build. */
export async function buildAll(): Promise<void> {
  const startedAt = Date.now()
  const staging = join(root, 'node_modules', '.cache', `build-${process.pid}`)
  try {
    await buildInto(staging)
    writeFileSync(join(staging, stampName()), String(startedAt))
    putInPlace(staging)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** Builds everything that ships into a folder. The same sources give the same bytes, whenever and wherever that is. */
export async function buildInto(folder: string): Promise<void> {
  const { NODE_ENV } = process.env
  mkdirSync(folder, { recursive: true })
  try {
    // A test runner names itself here, and React would be built for development, with the paths of its sources in it.
    process.env['NODE_ENV'] = 'production'
    await buildParts(folder)
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = NODE_ENV
  }
}

async function buildParts(outDir: string): Promise<void> {
  const rendererFolder = join(outDir, 'renderer')
  const notes = takeNotes()
  await build(notes.listen(rendererConfig(rendererFolder)))
  await build(notes.listen(nodeConfig(join(outDir, 'electron'))))
  await build(notes.listen(electronConfig(join(outDir, 'electron'), 'main')))
  await build(notes.listen(electronConfig(join(outDir, 'electron'), 'preload')))
  writeFileSync(join(rendererFolder, LICENCES_FILE), JSON.stringify(licencesOf(notes.packages()), null, 2))
  writeFileSync(join(rendererFolder, 'files.json'), JSON.stringify(filesOf(rendererFolder), null, 2))
  cpSync(join(root, 'build', 'icons', 'tray'), join(outDir, 'icons'), { recursive: true })
  const sample = join(root, 'build', 'sample')
  if (existsSync(sample)) cpSync(sample, join(outDir, 'sample'), { recursive: true })
}

/** The names of all files below a folder, with `/` between folders: the only ones that a host may serve. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

// Another build may finish in the same moment: then the later one stands.
function putInPlace(staging: string): void {
  const former = `${staging}-former`
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(dist)) renameSync(dist, former)
      rmSync(former, { recursive: true, force: true })
      return renameSync(staging, dist)
    } catch (fault) {
      if (attempt === 5) throw fault
    }
  }
}

if (import.meta.main) await buildAll()
