import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageLicence } from '../shared/licences.ts'
import { root } from './places.ts'
import { readAbout } from './shippedPackages.ts'
import type { About, ShippedPackage } from './shippedPackages.ts'

/** What packages call the files of their licence, and the notices that one may ask to have passed on. */
const licenceFile = /^(?:(?:un)?licen[cs]e|copying|copyright|notice)(?:[.-].*)?$/i

/** Every package with its licence, as it is to be passed on with the app. */
export function licencesOf(packages: readonly ShippedPackage[]): PackageLicence[] {
  return packages.map(({ name, version, license, folder }) => ({
    name,
    version,
    licence: license,
    author: authorOf(readAbout(folder)),
    text: textIn(join(root, folder)),
  }))
}

/** What the licence files of a package say, one after the other. */
function textIn(folder: string): string | null {
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
  return texts.length === 0 ? null : texts.join('\n\n')
}

// `Ada Example <ada@example.org> (https://ada.example)`: the name is what one is to be told.
function authorOf({ author }: About): string | null {
  const said = typeof author === 'string' ? author : author?.name
  return said?.replace(/\s*[<(].*$/, '') ?? null
}
