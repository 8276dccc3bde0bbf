import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { root } from './places.ts'

/** The entries that run on Node, by the names of their bundles. */
export const nodeEntries = {
  engineProcess: 'electron/engineProcess.ts',
  cli: 'electron/cli.ts',
  workbenchWorker: 'electron/engine/workbench/worker.ts',
} as const

const provided = ['electron', ...builtinModules, /^node:/]

/**
 * Modules for Node and Electron's main process, with every dependency inside.
 * Parts that entries share stand flat beside them, so that `import.meta.url` means the same folder in all of them.
 */
export function nodeConfig(outDir: string): InlineConfig {
  const input = Object.fromEntries(Object.entries(nodeEntries).map(([name, path]) => [name, join(root, path)]))
  return {
    ...shared(outDir),
    ssr: { noExternal: true },
    build: {
      ...shared(outDir).build,
      ssr: true,
      emptyOutDir: true,
      rolldownOptions: {
        // The path of each module is written as it is from here: the same wherever the build is started.
        cwd: root,
        input,
        external: provided,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  }
}

/** The entries that Electron loads, each a single CommonJS script. */
export const electronEntries = {
  // A module would be read while Electron gets ready, and what must be said before that would come too late.
  main: 'electron/main.ts',
  // A sandboxed preload can load nothing else.
  preload: 'electron/preload.ts',
} as const

/** One of Electron's scripts. */
export function electronConfig(outDir: string, name: keyof typeof electronEntries): InlineConfig {
  return electronScript(outDir, name, join(root, electronEntries[name]))
}

/** A single script for Electron, with every dependency inside. */
export function electronScript(outDir: string, name: string, source: string): InlineConfig {
  return {
    ...shared(outDir),
    ssr: { noExternal: true },
    build: {
      ...shared(outDir).build,
      ssr: true,
      emptyOutDir: false,
      rolldownOptions: {
        cwd: root,
        input: { [name]: source },
        external: provided,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  }
}

function shared(outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: { outDir, target: 'node20.18', minify: false, sourcemap: false, reportCompressedSize: false },
  }
}
