import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { root } from '../../build/places.ts'
import { TALLY_FILE, type Tally } from '../../build/tally.ts'

/** Runs test files in a vitest of their own. */
function ran(files: Readonly<Record<string, string>>): { readonly tally: Tally; readonly status: number | null } {
  const within = join(root, 'node_modules/.cache')
  mkdirSync(within, { recursive: true })
  const folder = mkdtempSync(join(within, 'tally-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name), `import { afterAll, expect, it } from 'vitest'\n${text}`)
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--root', folder, `--reporter=${join(root, 'build/tally.ts')}`]
  const file = join(folder, 'tally.json')
  const { status } = spawnSync(execPath, command, { cwd: folder, env: { ...env, [TALLY_FILE]: file }, stdio: 'ignore' })
  return { tally: JSON.parse(readFileSync(file, 'utf8')) as Tally, status }
}

it('says nothing of a run in which everything passed', () => {
  const { tally, status } = ran({ 'one.test.js': "it('holds', () => {})" })
  expect(tally).toEqual({ passed: 1, failed: 0, skipped: 0, faults: [], leftOut: [] })
  expect(status).toBe(0)
})

it('names a test that fails, one that is left out, and a hook that fails after its tests passed', () => {
  const { tally, status } = ran({
    'one.test.js': "it('adds', () => expect(1 + 1).toBe(3))\nit.skip('subtracts', () => {})",
    'two.test.js': "afterAll(() => { throw new Error('the folder is in use') })\nit('holds', () => {})",
  })
  expect(tally.faults.toSorted()).toEqual([
    'one.test.js > adds: expected 2 to be 3 // Object.is equality',
    'two.test.js: the folder is in use',
  ])
  expect(tally).toMatchObject({ passed: 1, failed: 1, skipped: 1, leftOut: ['one.test.js > subtracts'] })
  expect(status).toBe(1)
})

it('names a test whose process dies', () => {
  const { tally, status } = ran({ 'one.test.js': "it('holds', () => {})\nit('dies', () => process.kill(process.pid, 'SIGKILL'))" })
  expect(tally.faults).toContain('one.test.js > dies: it never ended')
  // Those before it may not have been told of yet when it died.
  expect(tally.failed).toBeGreaterThan(0)
  expect(tally.faults.length).toBeGreaterThan(tally.failed)
  expect(status).toBe(1)
})
