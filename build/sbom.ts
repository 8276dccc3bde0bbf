import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, stdout } from 'node:process'
import { build } from 'vite'
import type { InlineConfig } from 'vite'
import { electronConfig, electronEntries, nodeConfig } from './node.vite.ts'
import { root } from './places.ts'
import { rendererConfig } from './renderer.vite.ts'
import { readAbout, takeNotes } from './shippedPackages.ts'
import type { About, ShippedPackage } from './shippedPackages.ts'

/** The packages that stand in the app, asked of a build of which nothing is written. */
export async function shippedPackages(): Promise<ShippedPackage[]> {
  const notes = takeNotes()
  for (const config of allConfigs()) await build(notes.listen({ ...config, build: { ...config.build, write: false } }))
  return notes.packages()
}

/** The list in the form of CycloneDX 1.5, for whoever must know what stands in a release. The same packages give the same document. */
export function sbomOf(packages: readonly Omit<ShippedPackage, 'folder'>[], { name, version }: Pick<About, 'name' | 'version'>): object {
  const told = {
    metadata: { component: { type: 'application', name, version } },
    components: packages.map((each) => ({
      type: 'library',
      name: each.name,
      version: each.version,
      purl: `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`,
      licenses: [{ expression: each.license }],
    })),
  }
  return { bomFormat: 'CycloneDX', specVersion: '1.5', serialNumber: `urn:uuid:${uuidOf(JSON.stringify(told))}`, version: 1, ...told }
}

/** A UUID made from a text and nothing else (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-')
}

function allConfigs(): InlineConfig[] {
  const nowhere = join(root, 'node_modules', '.cache', 'sbom')
  const entries = Object.keys(electronEntries) as (keyof typeof electronEntries)[]
  return [rendererConfig(nowhere), nodeConfig(nowhere), ...entries.map((name) => electronConfig(nowhere, name))]
}

// `node build/sbom.ts FILE`
if (import.meta.main) {
  const [file = join(root, 'release', 'sbom.cdx.json')] = argv.slice(2)
  process.env['NODE_ENV'] = 'production'
  const packages = await shippedPackages()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(sbomOf(packages, readAbout('.')), null, 2)}\n`)
  stdout.write(`${packages.length} packages are named in ${file}\n`)
}
