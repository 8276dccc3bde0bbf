import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'
import { root } from './places.ts'

/** A package that stands in the app. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  readonly license: string
  /** Where it stands, below the project. */
  readonly folder: string
}

/** What a package says of itself, as far as it is asked here. */
export interface About {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
}

/** Hears from the bundler what it puts into what it writes. */
export interface BundleNotes {
  /** The same build, overheard. */
  listen(config: InlineConfig): InlineConfig
  /** The packages that stand in everything that was built so far, and Electron, by name. */
  packages(): ShippedPackage[]
}

/** The {@link BundleNotes} of a build. The bundler is asked, and not `package.json`: most of what ships are dependencies of development. */
export function takeNotes(): BundleNotes {
  const modules = new Set<string>()
  return {
    listen: (config) => ({ ...config, plugins: [...(config.plugins ?? []), noting(modules)] }),
    packages() {
      const folders = new Set([...modules].flatMap((id) => packageFolderOf(id) ?? []))
      return [...folders, join('node_modules', 'electron')]
        .map(shippedFrom)
        .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), 'en'))
    },
  }
}

/** Reads what the package in a folder below the project says of itself. */
export function readAbout(folder: string): About {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as About
}

function noting(modules: Set<string>): Plugin {
  return {
    name: 'shipped-packages',
    generateBundle: (_, bundle) => {
      for (const part of Object.values(bundle)) {
        const ids = part.type === 'chunk' ? Object.keys(part.modules) : part.originalFileNames
        for (const id of ids) modules.add(id)
      }
    },
  }
}

/** The folder of the package that a module belongs to, below the project; null for our own. */
function packageFolderOf(id: string): string | null {
  const [folder] = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/')) ?? []
  return folder ?? null
}

function shippedFrom(folder: string): ShippedPackage {
  const { name, version, license } = readAbout(folder)
  if (license === undefined) throw new Error(`${name} does not say its licence`)
  return { name, version, license, folder }
}

function nameOf({ name, version }: ShippedPackage): string {
  return `${name}@${version}`
}
