import { defineConfig } from 'vitest/config'

/** End to end: the built app in a real browser and a real Electron, one test file after another. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/app/**/*.test.ts', 'tests/app/**/*.test.tsx'],
    environment: 'node',
    globalSetup: ['build/buildFirst.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    // What is waited for comes; how soon says nothing on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 120_000,
  },
})
