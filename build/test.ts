import { spawnSync } from 'node:child_process'
import { exit, execPath, stdout } from 'node:process'
import { join } from 'node:path'
import { root } from './places.ts'

// `npm test`: every check there is, each of them even where one before it failed.
const bin = (name: string): string => join(root, 'node_modules', name)
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['types', [bin('typescript/bin/tsc'), '-b']],
  ['lint', [bin('oxlint/bin/oxlint'), '--type-aware']],
  ['format', [bin('oxfmt/bin/oxfmt'), '--check']],
  ['unit and house', [bin('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts']],
  ['end to end', [bin('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.app.config.ts']],
]

const failed = checks.filter(([name, command]) => !passes(name, command)).map(([name]) => name)
stdout.write(failed.length === 0 ? '\nEverything passed.\n' : `\nFAILED: ${failed.join(', ')}\n`)
exit(failed.length === 0 ? 0 : 1)

function passes(name: string, command: readonly string[]): boolean {
  stdout.write(`\n== ${name}\n`)
  return spawnSync(execPath, command, { cwd: root, stdio: 'inherit' }).status === 0
}
