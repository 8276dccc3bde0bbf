import { beforeAll, describe, expect, it } from 'vitest'
import { sbomOf, shippedPackages } from '../../build/sbom.ts'
import type { ShippedPackage } from '../../build/shippedPackages.ts'

describe('the list of what stands in the app', () => {
  let packages: readonly ShippedPackage[]
  beforeAll(async () => {
    packages = await shippedPackages()
  }, 60_000)

  it('S05: names what the bundles hold, and Electron', () => {
    const names = packages.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['dompurify', 'electron', 'electron-updater', 'react', 'sanitize-html', 'undici']))
  })

  it('S05: names nothing that only helps to build and test', () => {
    const names = packages.map(({ name }) => name)
    expect(names.filter((name) => /^(?:vite|vitest|typescript|playwright|rolldown|oxlint|electron-builder)/.test(name))).toEqual([])
  })

  it('names a version and a licence for each, once', () => {
    expect(packages.filter(({ version, license }) => version === '' || license === '')).toEqual([])
    expect(new Set(packages.map(({ name, version }) => `${name}@${version}`)).size).toBe(packages.length)
  })
})

describe('sbomOf', () => {
  it('writes CycloneDX with an address for each package', () => {
    const list = sbomOf([{ name: '@tanstack/react-query', version: '5.1.0', license: 'MIT' }], { name: 'newsdesk', version: '0.1.0' })
    expect(list).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { name: 'newsdesk', version: '0.1.0' } },
      components: [{ purl: 'pkg:npm/%40tanstack/react-query@5.1.0', licenses: [{ expression: 'MIT' }] }],
    })
  })
})
