import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './imports.ts'

/** How large the project's files are, in lines; of TypeScript outside tests. */
export interface SizeFigures {
  readonly files: number
  readonly median: number
  readonly p90: number
  /** Files past 400 lines, with their size. */
  readonly giants: readonly string[]
}

/** The sizes of everything that ships. */
export function sizeFigures(root: string): SizeFigures {
  const sizes = codeFiles(root).map((file) => ({ file, lines: linesOf(root, file) }))
  const sorted = sizes.map((one) => one.lines).toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  const giants = sizes.filter((one) => one.lines > 400).map((one) => `${one.file} (${one.lines})`)
  return { files: sizes.length, median: at(0.5), p90: at(0.9), giants }
}

/** Exports without a word on what they are for, as `file: name`. What is exported anew from elsewhere is documented there. */
export function undocumentedExports(root: string): string[] {
  return codeFiles(root).flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    return lines.flatMap((line, place) => {
      const name = /^export (?:default |async |declare )*(?:function\*?|const|interface|type|class|enum) (\w+)/.exec(line)?.[1]
      return name === undefined || isDocumented(lines, place, name) ? [] : [`${file}: ${name}`]
    })
  })
}

/** Places that use `any`, as `file:line`. */
export function usesOfAny(root: string): string[] {
  return codeFiles(root).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, place) => (/(?::|<|as|\|) ?any\b(?!['’])/.test(line.replace(/\/\/.*|\/?\*.*/, '')) ? [`${file}:${place + 1}`] : [])),
  )
}

function codeFiles(root: string): string[] {
  return sourceFiles(root).filter((file) => /\.tsx?$/.test(file) && !file.startsWith('tests/'))
}

function linesOf(root: string, file: string): number {
  return readFileSync(join(root, file), 'utf8').split('\n').length
}

/** A comment stands right above, or the export is a type that is made of the schema of the same name right above. */
function isDocumented(lines: readonly string[], place: number, name: string): boolean {
  const above = lines[place - 1]?.trim() ?? ''
  if (above.endsWith('*/')) return true
  return (
    (lines[place] ?? '').startsWith('export type') &&
    new RegExp(`typeof ${name[0]?.toLowerCase()}${name.slice(1)}\\b`).test(lines[place] ?? '')
  )
}
