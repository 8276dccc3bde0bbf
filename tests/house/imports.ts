import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** An import of one file by another, both from the project's root. `target` of a package is its bare name. */
export interface Import {
  readonly from: string
  readonly target: string
  readonly isPackage: boolean
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]|\bnew URL\(\s*['"]([^'"]+\.ts)['"]/g

/** Every source file of the project below `root`, from the root, `/` between folders. */
export function sourceFiles(root: string): string[] {
  const found = globSync('{shared,electron,renderer,build,tests}/**/*.{ts,tsx,mts,mjs,css}', { cwd: root })
  return found.map((file) => file.replaceAll('\\', '/')).toSorted()
}

/** Every import that a file states: static, dynamic, type-only, of a stylesheet, or of a worker's file. */
export function importsOf(root: string, file: string): Import[] {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'))
  const found = [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '')
  return found.filter((target) => target !== '').map((target) => resolveImport(file, target))
}

function resolveImport(from: string, target: string): Import {
  if (!target.startsWith('.')) return { from, target, isPackage: true }
  return { from, target: normalize(join(dirname(from), target)).replaceAll('\\', '/'), isPackage: false }
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
