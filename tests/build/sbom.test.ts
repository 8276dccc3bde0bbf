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
  const query = { name: '@tanstack/react-query', version: '5.1.0', license: 'MIT' }
  const newsdesk = { name: 'newsdesk', version: '0.1.0' }

  it('writes CycloneDX with an address for each package', () => {
    expect(sbomOf([query], newsdesk)).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: newsdesk },
      components: [{ purl: 'pkg:npm/%40tanstack/react-query@5.1.0', licenses: [{ expression: 'MIT' }] }],
    })
  })

  it('S05: has a serial number of its own for what it holds, and the same for the same', () => {
    expect(serialOf([query], newsdesk)).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(serialOf([query], newsdesk)).toBe(serialOf([{ ...query }], { ...newsdesk }))
    expect(serialOf([{ ...query, version: '5.1.1' }], newsdesk)).not.toBe(serialOf([query], newsdesk))
  })
})

function serialOf(...asked: Parameters<typeof sbomOf>): string {
  return (sbomOf(...asked) as { readonly serialNumber: string }).serialNumber
}
