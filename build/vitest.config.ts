import { defineConfig } from 'vitest/config'

/** Unit tests: everything under tests/ but what needs a browser, an Electron or a stop-watch. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/app/**', 'tests/bench/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
