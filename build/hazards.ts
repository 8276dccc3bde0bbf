import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath, exit, stdout } from 'node:process'
import { root } from './places.ts'

// `npm run hazards`: runs the tests that carry a hazard's id in their name, and lists each id with what its tests came to.
interface Outcome {
  readonly fullName: string
  readonly status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled'
}

const ID = /\b[FXPDRBSV]\d{2}\b/g
const folder = mkdtempSync(join(tmpdir(), 'newsdesk-hazards-'))
const outcomes = ['build/vitest.config.ts', 'build/vitest.app.config.ts'].flatMap(outcomesOf)
rmSync(folder, { recursive: true })

const hazards = Map.groupBy(
  outcomes.flatMap(({ fullName, status }) => (fullName.match(ID) ?? []).map((id) => ({ id, status }))),
  ({ id }) => id,
)
for (const [id, tests] of [...hazards].toSorted(([one], [other]) => one.localeCompare(other)))
  stdout.write(`${id}  ${summary(tests.map(({ status }) => status))}\n`)
stdout.write(`${hazards.size} hazards have tests.\n`)
exit(outcomes.some(({ status }) => status === 'failed') ? 1 : 0)

function outcomesOf(config: string, index: number): Outcome[] {
  const file = join(folder, `${index}.json`)
  const command = ['run', '--config', config, '-t', ID.source, '--reporter', 'json', '--outputFile', file]
  spawnSync(execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...command], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly testResults: readonly { assertionResults: readonly Outcome[] }[]
  }
  return testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ fullName }) => fullName.search(ID) >= 0)
}

function summary(statuses: readonly Outcome['status'][]): string {
  const count = (wanted: Outcome['status']): number => statuses.filter((status) => status === wanted).length
  const skipped = statuses.length - count('passed') - count('failed')
  return [
    `${count('passed')} passed`,
    ...(count('failed') > 0 ? [`${count('failed')} FAILED`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ')
}
