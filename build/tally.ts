import { writeFileSync } from 'node:fs'
import { env } from 'node:process'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** What a run of tests came to, for the last lines of `npm test`. */
export interface Tally {
  readonly passed: number
  /** Tests that failed, and tests that never ended. */
  readonly failed: number
  readonly skipped: number
  /** A line for each thing that makes the run fail, tests and others. */
  readonly faults: readonly string[]
  /** The tests that were left out, by their whole names. */
  readonly leftOut: readonly string[]
}

/** Names the file that `TallyReporter` writes its tally into. */
export const TALLY_FILE = 'NEWSDESK_TALLY'

/** Sums up a finished run: a process that died and a hook that failed stand in no test's own result. */
export function tallyOf(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Tally {
  const tests = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      name: `${module.relativeModuleId} > ${test.fullName}`,
      state: test.result().state,
      errors: test.result().errors ?? [],
    })),
  )
  const suites = modules.flatMap((module) =>
    [module, ...module.children.allSuites()].map((suite) => ({
      name: suite === module ? module.relativeModuleId : `${module.relativeModuleId} > ${(suite as { fullName: string }).fullName}`,
      errors: suite.errors(),
    })),
  )
  const among = (...states: string[]): typeof tests => tests.filter(({ state }) => states.includes(state))
  return {
    passed: among('passed').length,
    failed: among('failed', 'pending').length,
    skipped: among('skipped').length,
    faults: [
      ...among('failed').map(({ name, errors }) => `${name}: ${wordsOf(errors)}`),
      ...among('pending').map(({ name }) => `${name}: it never ended`),
      ...suites.filter(({ errors }) => errors.length > 0).map(({ name, errors }) => `${name}: ${wordsOf(errors)}`),
      ...unhandled.map((error) => wordsOf([error])),
    ],
    leftOut: among('skipped').map(({ name }) => name),
  }
}

function wordsOf(errors: readonly SerializedError[]): string {
  return errors.map(({ message, cause }) => [message, cause?.message].filter(Boolean).join(': ').split('\n', 1)[0]).join('; ')
}

/** Has vitest write the tally of a run. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = env[TALLY_FILE]
    if (file !== undefined) writeFileSync(file, JSON.stringify(tallyOf(modules, unhandled)))
  }
}
