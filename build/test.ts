import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, exit, stdout } from 'node:process'
import { root } from './places.ts'

// `npm test`: every check there is, each of them even where one before it failed.
const bin = (name: string): string => join(root, 'node_modules', name)
const counts = mkdtempSync(join(tmpdir(), 'newsdesk-counts-'))
const unitCounts = join(counts, 'unit.json')
const appCounts = join(counts, 'app.json')
const counted = (file: string): string[] => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['types', [bin('typescript/bin/tsc'), '-b']],
  ['lint', [bin('oxlint/bin/oxlint'), '--type-aware']],
  ['format', [bin('oxfmt/bin/oxfmt'), '--check']],
  ['unit and house', [bin('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', ...counted(unitCounts)]],
  ['end to end', [bin('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.app.config.ts', ...counted(appCounts)]],
]

const failed = checks.filter(([name, command]) => !passes(name, command)).map(([name]) => name)
stdout.write(failed.length === 0 ? '\nEverything passed.\n' : `\nFAILED: ${failed.join(', ')}\n`)
stdout.write(`${countsOf([unitCounts, appCounts])}\n`)
rmSync(counts, { recursive: true })
exit(failed.length === 0 ? 0 : 1)

/** How many tests passed, failed and were skipped, of all the runs that told. */
function countsOf(files: readonly string[]): string {
  const told = files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>)
  const sum = (name: string): number => told.reduce((all, one) => all + (one[name] ?? 0), 0)
  return `${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${sum('numPendingTests') + sum('numTodoTests')} skipped`
}

function passes(name: string, command: readonly string[]): boolean {
  stdout.write(`\n== ${name}\n`)
  return spawnSync(execPath, command, { cwd: root, stdio: 'inherit' }).status === 0
}
