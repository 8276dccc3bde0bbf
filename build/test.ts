import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, execPath, exit, stdout } from 'node:process'
import { root } from './places.ts'
import { TALLY_FILE, type Tally } from './tally.ts'

// `npm test`: every check there is, each of them even where one before it failed.
const bin = (name: string): string => join(root, 'node_modules', name)
const tallies = mkdtempSync(join(tmpdir(), 'newsdesk-tallies-'))
const vitest = (config: string): string[] => [
  bin('vitest/vitest.mjs'),
  'run',
  '--config',
  config,
  '--reporter=default',
  `--reporter=${join(root, 'build/tally.ts')}`,
]
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['types', [bin('typescript/bin/tsc'), '-b']],
  ['lint', [bin('oxlint/bin/oxlint'), '--type-aware']],
  ['format', [bin('oxfmt/bin/oxfmt'), '--check']],
  ['unit and house', vitest('build/vitest.config.ts')],
  ['end to end', vitest('build/vitest.app.config.ts')],
]

const failed = checks.filter(([name, command]) => !passes(name, command)).map(([name]) => name)
const told = checks.map(([name]) => tallyFile(name)).filter((file) => existsSync(file))
report(told.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Tally))
rmSync(tallies, { recursive: true })
exit(failed.length === 0 ? 0 : 1)

/** Says at the end what went wrong and what was left out, however far above it was printed, and how many tests there were. */
function report(all: readonly Tally[]): void {
  const sum = (name: 'passed' | 'failed' | 'skipped'): number => all.reduce((whole, tally) => whole + tally[name], 0)
  for (const { leftOut, faults } of all) {
    for (const name of leftOut) stdout.write(`\nleft out: ${name}`)
    for (const fault of faults) stdout.write(`\nfailed: ${fault}`)
  }
  stdout.write(failed.length === 0 ? '\n\nEverything passed.\n' : `\n\nFAILED: ${failed.join(', ')}\n`)
  stdout.write(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped\n`)
}

function tallyFile(name: string): string {
  return join(tallies, `${name}.json`)
}

function passes(name: string, command: readonly string[]): boolean {
  stdout.write(`\n== ${name}\n`)
  return spawnSync(execPath, command, { cwd: root, stdio: 'inherit', env: { ...env, [TALLY_FILE]: tallyFile(name) } }).status === 0
}
