import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, stdout } from 'node:process'
import { build } from 'vite'
import type { InlineConfig, Plugin } from 'vite'
import { electronConfig, electronEntries, nodeConfig } from './node.vite.ts'
import { root } from './places.ts'
import { rendererConfig } from './renderer.vite.ts'

/** A package that stands in the app. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  readonly license: string
}

interface About {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly devDependencies: Readonly<Record<string, string>>
}

/** The packages that really stand in the bundles, and Electron. They are asked of the bundler: most are dependencies of development. */
export async function shippedPackages(): Promise<ShippedPackage[]> {
  const modules = new Set<string>()
  for (const config of allConfigs()) await build(listening(config, modules))
  const folders = new Set([...modules].flatMap((id) => packageFolderOf(id) ?? []))
  const bundled = [...folders].map((folder) => shippedAs(readAbout(join(root, folder))))
  const electron = { name: 'electron', version: readAbout(root).devDependencies['electron'] ?? '', license: 'MIT' }
  return [...bundled, electron].toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
}

/** The list in the form of CycloneDX 1.5, for whoever must know what stands in a release. */
export function sbomOf(packages: readonly ShippedPackage[], { name, version }: Pick<About, 'name' | 'version'>): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: { component: { type: 'application', name, version } },
    components: packages.map((each) => ({
      type: 'library',
      name: each.name,
      version: each.version,
      purl: `pkg:npm/${each.name.replace('@', '%40')}@${each.version}`,
      licenses: [{ expression: each.license }],
    })),
  }
}

function allConfigs(): InlineConfig[] {
  const nowhere = join(root, 'node_modules', '.cache', 'sbom')
  const entries = Object.keys(electronEntries) as (keyof typeof electronEntries)[]
  return [rendererConfig(nowhere), nodeConfig(nowhere), ...entries.map((name) => electronConfig(nowhere, name))]
}

function listening(config: InlineConfig, modules: Set<string>): InlineConfig {
  const plugin: Plugin = {
    name: 'shipped-packages',
    generateBundle: (_, bundle) => {
      for (const part of Object.values(bundle)) {
        const ids = part.type === 'chunk' ? Object.keys(part.modules) : part.originalFileNames
        for (const id of ids) modules.add(id)
      }
    },
  }
  return { ...config, build: { ...config.build, write: false }, plugins: [...(config.plugins ?? []), plugin] }
}

/** The folder of the package that a module belongs to, below the project; null for our own. */
function packageFolderOf(id: string): string | null {
  const [folder] = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? []
  return folder ?? null
}

function shippedAs({ name, version, license }: About): ShippedPackage {
  if (license === undefined) throw new Error(`${name} does not say its licence`)
  return { name, version, license }
}

function nameOf({ name, version }: ShippedPackage): string {
  return `${name}@${version}`
}

function readAbout(folder: string): About {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About
}

// `node build/sbom.ts FILE`
if (import.meta.main) {
  const [file = join(root, 'release', 'sbom.cdx.json')] = argv.slice(2)
  process.env['NODE_ENV'] = 'production'
  const packages = await shippedPackages()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(sbomOf(packages, readAbout(root)), null, 2)}\n`)
  stdout.write(`${packages.length} packages are named in ${file}\n`)
}
