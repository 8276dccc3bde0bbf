import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname

/** What must not stand in the product's code (`hazards.json` S11), and the files where it may. */
const forbidden: readonly (readonly [name: string, pattern: RegExp, where: readonly string[]])[] = [
  ['markup set as text', /\.(?:inner|outer)HTML\s*=[^=]|\b(?:insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/, []],
  ['code made of text', /\beval\s*\(|\bnew Function\b|\bvm\.run/, []],
  ['a path opened by the system', /\bshell\.openPath\b/, []],
  [
    'another program',
    /\bnode:child_process\b/,
    [
      // The engine where it is a process of a Node of its own.
      'electron/gate/forkEngine.ts',
      // The person's browser, for the browser host.
      'electron/browserHost/systemBrowser.ts',
      // The desktop's bus, asked for a tray.
      'electron/shell/trayPlace.ts',
    ],
  ],
]

const files = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

function holding(pattern: RegExp): string[] {
  return files
    .filter((file) => pattern.test(readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')))
    .toSorted()
}

describe('the product’s code', () => {
  it.each(forbidden)('S11: has %s nowhere but where it is named here', (_, pattern, where) => {
    expect(holding(pattern)).toEqual(where.toSorted())
  })

  it('is read by these tests', () => {
    expect(files.length).toBeGreaterThan(300)
  })
})
