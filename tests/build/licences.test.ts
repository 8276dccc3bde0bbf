import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { licencesOf } from '../../build/licences.ts'
import { root } from '../../build/places.ts'
import { sbomOf, shippedPackages } from '../../build/sbom.ts'
import type { ShippedPackage } from '../../build/shippedPackages.ts'

describe('the licences of what stands in the app', () => {
  let packages: readonly ShippedPackage[]
  beforeAll(async () => {
    packages = await shippedPackages()
  }, 60_000)

  it('S05: name every package of the bill of materials, with the same version and licence', () => {
    const { components } = sbomOf(packages, { name: 'newsdesk', version: '0' }) as { components: readonly Component[] }
    const listed = components.map(({ name, version, licenses }) => [name, version, licenses[0]?.expression])
    expect(licencesOf(packages).map(({ name, version, licence }) => [name, version, licence])).toEqual(listed)
  })

  it('S05: carry the text of each, of typefaces too; where there is none, the author', () => {
    const licences = licencesOf(packages)
    const named = (name: string) => licences.find((each) => each.name === name)?.text
    expect(licences.filter(({ text, author }) => text === null && author === null)).toEqual([])
    expect(licences.filter(({ text }) => text === null).map(({ name }) => name)).toEqual(['lazy-val'])
    expect(licences.filter(({ text }) => text !== null && !/permi|licen[cs]e/i.test(text))).toEqual([])
    expect(named('@fontsource-variable/source-serif-4')).toContain('SIL OPEN FONT LICENSE')
    expect(named('electron')).toContain('Electron contributors')
    expect(named('dompurify')).toMatch(/Apache License[\s\S]*Mozilla Public License/)
  })
})

describe('licencesOf', () => {
  const folders: string[] = []
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

  const licenceOf = (about: Readonly<Record<string, unknown>>, files: Readonly<Record<string, string>>) => {
    const cache = join(root, 'node_modules', '.cache')
    mkdirSync(cache, { recursive: true })
    const folder = mkdtempSync(join(cache, 'licences-'))
    folders.push(folder)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'cable', ...about }))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const [licence] = licencesOf([{ name: 'cable', version: '1.0.0', license: 'MIT', folder: relative(root, folder) }])
    return licence
  }

  it.each(['LICENSE', 'licence.md', 'LICENSE-MIT.txt', 'COPYING', 'UNLICENSE'])('reads the text from %s', (name) => {
    expect(licenceOf({}, { [name]: 'Take it.\r\n', 'README.md': 'A cable', 'licenses.js': 'export {}' })?.text).toBe('Take it.')
  })

  it('passes every text on, notices too', () => {
    expect(licenceOf({}, { NOTICE: 'Made of copper.', LICENSE: 'Take it.' })?.text).toBe('Take it.\n\nMade of copper.')
  })

  it('says the author’s name and no address', () => {
    expect(licenceOf({ author: 'The cable works <post@cable.example> (https://cable.example)' }, {})?.author).toBe('The cable works')
    expect(licenceOf({ author: { name: 'The cable works', email: 'post@cable.example' } }, {})?.author).toBe('The cable works')
    expect(licenceOf({}, {})).toMatchObject({ author: null, text: null })
  })
})

type Component = { readonly name: string; readonly version: string; readonly licenses: readonly { readonly expression: string }[] }
