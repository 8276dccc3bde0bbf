import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toolchainNode } from '../../build/places.ts'
import { openDisplay } from './display.ts'
import type { Display } from './display.ts'
import { packageMissing, packagedApp, withEngine } from './packagedApp.ts'
import type { PackagedApp } from './packagedApp.ts'

const NOBODY = 65_534
const asNobody = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups']
const sandboxMissing = packageMissing ?? whyNoSandbox()
if (sandboxMissing !== null) process.stderr.write(`\nThe test of the system's sandbox is SKIPPED: ${sandboxMissing}.\n\n`)

describe.skipIf(sandboxMissing !== null)('the sandbox of the packaged app', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-sandbox-'))
  let app: PackagedApp
  let display: Display
  beforeAll(async () => {
    if (isRoot()) chownSync(profile, NOBODY, NOBODY)
    app = await withEngine(packagedApp())
    display = await openDisplay()
  })
  afterAll(() => {
    display?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  it('R08 holds every renderer, with no switch that lets it out', async () => {
    const command = [app.executable, '--disable-gpu', '--profile', join(profile, 'profile'), '--sample']
    const [program = '', ...args] = isRoot() ? ['setpriv', ...asNobody, ...command] : command
    const child = spawn(program, args, { env: { ...process.env, ...display.env, HOME: profile }, stdio: 'ignore' })
    try {
      const renderers = (): readonly Seen[] => seenOf(app.executable).filter(({ command: said }) => said.includes('--type=renderer'))
      await expect.poll(() => renderers().length, { timeout: 20_000 }).toBeGreaterThan(0)
      await expect.poll(() => renderers().map(({ seccomp, noNewPrivileges }) => [seccomp, noNewPrivileges])).toEqual([['2', '1']])
      expect(seenOf(app.executable).filter(({ command: said }) => said.includes('--no-sandbox'))).toEqual([])
    } finally {
      child.kill()
      await once(child, 'exit')
    }
  })
})

interface Seen {
  readonly command: string
  readonly seccomp: string | undefined
  readonly noNewPrivileges: string | undefined
}

/** The processes of an executable, as the system sees them. */
function seenOf(executable: string): readonly Seen[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const status = readFileSync(`/proc/${name}/status`, 'utf8')
        const [, seccomp] = /^Seccomp:\s*(\d)/m.exec(status) ?? []
        const [, noNewPrivileges] = /^NoNewPrivs:\s*(\d)/m.exec(status) ?? []
        return command.startsWith(executable) ? [{ command, seccomp, noNewPrivileges }] : []
      } catch {
        // It has ended since.
        return []
      }
    })
}

function isRoot(): boolean {
  return getuid?.() === 0
}

function whyNoSandbox(): string | null {
  if (!ordinaryUserMay('test', '-x', toolchainNode)) return 'an ordinary user may not read this folder'
  return ordinaryUserMay('unshare', '--user', '--map-root-user', 'true') ? null : 'this system gives an ordinary user no namespaces'
}

function ordinaryUserMay(...command: readonly string[]): boolean {
  const [program = '', ...args] = isRoot() ? ['setpriv', ...asNobody, ...command] : command
  return spawnSync(program, args).status === 0
}
