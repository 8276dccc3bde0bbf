import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../../electron/commandLine/runCommand.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const rows = readme.split('\n').filter((line) => line.startsWith('| `'))

/** The row of the README's table that names a command. */
function rowOf(command: string): string {
  return rows.find((row) => new RegExp(`\`${command}[ \`]`).test(row)) ?? ''
}

describe('the command table of the README', () => {
  it.each(Object.keys(commands))('names %s', (command) => {
    expect(rowOf(command)).not.toBe('')
  })

  // Commands that take what another one takes may say so.
  it.each(Object.entries(commands).filter(([command]) => !rowOf(command).includes('with the options of')))(
    'names every option of %s',
    (command, { takes }) => {
      const options = takes.match(/--[a-z-]+/g) ?? []
      expect(options.filter((option) => !rowOf(command).includes(option))).toEqual([])
    },
  )

  it('names no command that is not there', () => {
    const named = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([a-z][a-z-]*)[^`]*`/g)].map(([, name = '']) => name))
    expect(named.filter((name) => name !== 'serve' && !(name in commands))).toEqual([])
  })
})
