import { join } from 'node:path'
import { env } from 'node:process'
import { defineConfig } from 'vitest/config'
import { root } from './places.ts'

/*
 * Threads and programs that tests start from source load it with Node's own compiler cache, which halves their start.
 * The cache stands where nothing of it outlives an installation.
 */
env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled')

/*
 * V8 13.6 (Node 24) now and then ends the process of a test with "Check failed: jit_page.has_value()": it frees a wrapper around a
 * call out of WebAssembly (HTTP parsing) for a compiled one, while threads with WebAssembly of their own (Node's type stripping)
 * come and go. What ships has no WebAssembly in its threads. Wrappers are left as they are here, which is slower by nothing that counts.
 */
const LEAVE_WRAPPERS = '--wasm-wrapper-tiering-budget=1000000000'

/** Unit tests: everything under tests/ but what needs a browser, an Electron or a stop-watch. */
export default defineConfig({
  test: {
    root,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/app/**', 'tests/bench/**'],
    environment: 'node',
    execArgv: [LEAVE_WRAPPERS],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
