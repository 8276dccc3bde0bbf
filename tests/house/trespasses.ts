import { roomOf, type Room } from './doorTable.ts'
import { importsOf, sourceFiles, type Import } from './imports.ts'

/** Packages that only these folders may import: the table says so in words. */
const keptIn: Readonly<Record<string, readonly string[]>> = {
  'node:sqlite': ['electron/engine/store/', 'tests/'],
  electron: ['electron/shell/', 'electron/main.ts', 'electron/preload.ts', 'tests/'],
  'electron-store': ['electron/shell/', 'tests/'],
  undici: ['electron/engine/fetch/', 'tests/'],
}

/** Imports that the table forbids, as `from → target`, sorted. */
export function trespasses(root: string, rooms: readonly Room[]): string[] {
  const all = sourceFiles(root).flatMap((file) => importsOf(root, file))
  return all.filter((one) => !isAllowed(one, rooms)).map((one) => `${one.from} → ${one.target}`)
}

/** Files that stand in no room of the table. */
export function strangers(root: string, rooms: readonly Room[]): string[] {
  return sourceFiles(root).filter((file) => roomOf(rooms, file) === null)
}

/** Circles of imports, each once, as `a → b → a`. */
export function circles(root: string): string[] {
  const graph = new Map(sourceFiles(root).map((file) => [file, importsOf(root, file).filter((one) => !one.isPackage)]))
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: string[]): void => {
    const at = path.indexOf(file)
    if (at !== -1) found.push([...path.slice(at), file].join(' → '))
    if (at !== -1 || done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next.target, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return found
}

function isAllowed(one: Import, rooms: readonly Room[]): boolean {
  if (one.isPackage) return keptIn[one.target]?.some((folder) => one.from.startsWith(folder)) ?? true
  // Which version this is stands in one place.
  if (one.target === 'package.json') return true
  const room = roomOf(rooms, one.from)
  const target = roomOf(rooms, one.target)
  if (room === null || room.mayImport === 'anything') return true
  if (room === target || target === null) return room === target || one.target.startsWith(room.folder)
  return room.mayImport.some((folder) => target.folder === folder || (target.folder.startsWith(folder) && folder === 'renderer/'))
}
