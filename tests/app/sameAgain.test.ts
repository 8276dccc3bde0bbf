import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildInto } from '../../build/build.ts'
import { root, toolchainNode } from '../../build/places.ts'
import { packageInto, packageMissing, packagedApp } from './packagedApp.ts'

const work = mkdtempSync(join(tmpdir(), 'newsdesk-again-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('two builds of the same sources', () => {
  it('S05: give the same files, in another folder, another zone of time and another language', async () => {
    const [one, other] = [join(work, 'one'), join(work, 'and', 'another')]
    await buildInto(one)
    buildElsewhere(other)
    expect(hashesOf(other)).toEqual(hashesOf(one))
    expect(Object.keys(hashesOf(one))).toEqual(
      expect.arrayContaining(['electron/main.cjs', 'renderer/index.html', 'renderer/licences.json', 'sample/README.md']),
    )
  })
})

describe.skipIf(packageMissing !== null)('two packages of the same build', () => {
  it('S05: hold the same archive, and the same beside it', () => {
    const [one, other] = [packagedApp(), packageInto(join(work, 'package'))]
    expect(hashOf(other.asar)).toBe(hashOf(one.asar))
    // Whoever made a .deb of the first has put this into it.
    const { 'resources/apparmor-profile': _, ...beside } = hashesOf(one.folder)
    expect(hashesOf(other.folder)).toEqual(beside)
  })
})

/** Builds as another person would, who lives elsewhere. */
function buildElsewhere(folder: string): void {
  const script = `import { buildInto } from ${JSON.stringify(join(root, 'build', 'build.ts'))}; await buildInto(${JSON.stringify(folder)})`
  const built = spawnSync(toolchainNode, ['--input-type=module', '--eval', script], {
    cwd: work,
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'sv_SE.UTF-8', LC_ALL: 'sv_SE.UTF-8', NODE_ENV: 'test' },
    encoding: 'utf8',
  })
  expect(built.status, built.stderr).toBe(0)
}

/** Every file below a folder, whether it may be started, and what it holds. */
function hashesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const told = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [relative(folder, path), `${(statSync(path).mode & 0o111) === 0 ? '' : 'starts '}${hashOf(path)}`] as const
  })
  return Object.fromEntries(told)
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
