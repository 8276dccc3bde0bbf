import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLog } from '../../electron/shell/log.ts'
import { plainFault, wholeFault } from '../../electron/shell/plainFault.ts'

const SECRET = 'https://secret.example/merger?title=Quarterly'

describe('plainFault', () => {
  it('V06 tells the kind of a fault and its place in the code, and never its words', () => {
    const fault = Object.assign(new TypeError(`${SECRET}\nsecond line`), { code: 'ERR_INVALID_URL' })
    const plain = plainFault(fault)
    expect(plain).toMatch(/^TypeError ERR_INVALID_URL at log\.test\.ts:\d+/)
    expect(plain).not.toMatch(/secret|Quarterly|second|\//)
  })

  it.each([
    [SECRET, 'string'],
    [null, 'object'],
    [Object.assign(new Error('x'), { name: SECRET, code: SECRET, stack: SECRET }), ''],
    [{ message: SECRET }, 'object'],
  ])('V06 tells nothing of %j', (fault, plain) => {
    expect(plainFault(fault)).toBe(plain)
  })

  it('tells everything where a person wants that', () => {
    expect(wholeFault(new Error(SECRET))).toContain(SECRET)
  })
})

describe('openLog', () => {
  const profile = mkdtempSync(join(tmpdir(), 'newsdesk-log-'))
  const folder = join(profile, 'logs')
  const echoed: string[] = []
  const log = openLog(profile, false, (line) => echoed.push(line))
  const text = (): string => readFileSync(log.path, 'utf8')
  afterAll(() => rmSync(profile, { recursive: true, force: true }))

  it('V06 is for its owner alone, and writes by default what happened and no details', () => {
    log.note('Newsdesk starts.')
    log.detail(SECRET)
    log.fault('answering listSources', new Error(SECRET))
    expect(text()).toMatch(/^\d{4}-\d\d-\d\dT[^ ]+ info Newsdesk starts\.$/m)
    expect(text()).toMatch(/warn While answering listSources: Error at log\.test\.ts:\d+/)
    expect(text()).not.toContain('secret')
    expect(echoed.join()).not.toContain('secret')
    if (process.platform !== 'win32') expect([statSync(log.path).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700])
  })

  it('writes details while a person wants them', () => {
    log.setDetailed(true)
    log.detail(SECRET)
    log.setDetailed(false)
    log.detail('https://other.example/')
    expect(text()).toContain(SECRET)
    expect(text()).not.toContain('other.example')
  })

  it('V06 stays below ten megabytes, whatever is written', () => {
    for (let line = 0; line < 2500; line += 1) log.note('x'.repeat(20_000))
    const files = readdirSync(folder)
    const sizes = files.map((name) => statSync(join(folder, name)).size)
    expect(files.sort()).toEqual(['newsdesk.log', 'newsdesk.log.1', 'newsdesk.log.2', 'newsdesk.log.3'])
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000)
    if (process.platform !== 'win32') expect(files.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0)).toEqual([])
  })
})
