import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../build/places.ts'

const workflow = readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> }

describe('the release', () => {
  it('S08: may do no more than read, but for the one job that publishes', () => {
    const [packaging = '', publishing = ''] = workflow.split(/^ {2}publish:$/m)
    expect(packaging).toMatch(/^permissions:\n {2}contents: read$/m)
    expect(packaging).not.toContain('write')
    expect(publishing).toMatch(/contents: write\n {6}id-token: write\n {6}attestations: write\n {4}steps/)
  })

  it('S08: says of itself when it is not signed', () => {
    expect(workflow).toContain("label=' (unsigned)'")
    expect(workflow).toContain('NEWSDESK_SIGNED: ${{')
  })

  it('S03: asks whether anything known is wrong with what ships', () => {
    expect(workflow).toContain('npm audit --omit=dev --audit-level=high && npm audit signatures')
  })

  it.each(['ci.yml', 'release.yml'])('S03: of %s runs actions of others by their commit, which nobody can move', (file) => {
    const text = readFileSync(join(root, '.github', 'workflows', file), 'utf8')
    const used = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action)
    expect(used.length).toBeGreaterThan(1)
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('calls scripts and files that there are', () => {
    for (const [, script = ''] of workflow.matchAll(/npm (?:run )?(?!ci|audit)(\w+)/g))
      expect(Object.keys(scripts), script).toContain(script)
    for (const [, file = ''] of workflow.matchAll(/((?:build|tests)\/[\w./]+\.(?:ts|ps1|xml))/g))
      expect(() => readFileSync(join(root, file))).not.toThrow()
  })

  it.each(['linux', 'mac'])('checks the packages of %s with a script that a shell can read', (system) => {
    const script = join(root, 'build', system, 'checkPackages.sh')
    expect(readFileSync(script, 'utf8')).toMatch(/^#!\/usr\/bin\/env bash\n/)
    if (process.platform !== 'win32') expect(spawnSync('bash', ['-n', script], { encoding: 'utf8' }).stderr).toBe('')
  })
})
