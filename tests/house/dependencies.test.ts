import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

const root = new URL('../..', import.meta.url).pathname
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> }
const locked = Object.entries(packages).filter(([name]) => name !== '')
const shipped = locked.filter(([, one]) => one.dev !== true && one.devOptional !== true)

describe('the dependencies', () => {
  it('S02: are at most 14 direct ones that run, and 60 in their tree beside the 15 of the updater', () => {
    expect(Object.keys(about.dependencies).length).toBeLessThanOrEqual(14)
    expect(shipped.length).toBeLessThanOrEqual(60 + 15)
  })

  it('S02: run no script of their own when they are installed', () => {
    expect(shipped.filter(([, one]) => one.hasInstallScript === true).map(([name]) => name)).toEqual([])
  })

  it('S02: come from the registry with a strong hash, none from a folder, a repository or an address', () => {
    const unsigned = locked.filter(([, one]) => !one.integrity?.startsWith('sha512-')).map(([name]) => name)
    // Checkers' builds for other platforms, of which no hash is known: `docs/decisions/0006-lock.md`. None of them ships.
    expect(unsigned.filter((name) => !/\/@?ox(?:lint|fmt)(?:-tsgolint)?\/[\w-]+$/.test(name))).toEqual([])
    expect(unsigned.filter((name) => shipped.some(([other]) => other === name))).toEqual([])
    expect(locked.filter(([, one]) => /^(?:git|http:|file:)/.test(one.resolved ?? '')).map(([name]) => name)).toEqual([])
  })

  it('are locked to a version each, on every platform', () => {
    expect(locked.filter(([, one]) => one.version === undefined).map(([name]) => name)).toEqual([])
  })

  it('have exact versions', () => {
    const versions = Object.values({ ...about.dependencies, ...about.devDependencies })
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
