import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { en, type WordKey } from '../../../renderer/words/en.ts'
import { zh } from '../../../renderer/words/zh.ts'

type Part = string | readonly [name: string, kind?: string, choices?: Readonly<Record<string, unknown>>]

/** Every value that a message takes with how it is used: `count plural`, `reason select login,missing,other`. */
function valuesOf(message: string): readonly string[] {
  const compiled = compileMessage(message) as string | readonly Part[]
  return typeof compiled === 'string' ? [] : [...new Set(compiled.flatMap(valuesIn))].sort()
}

function valuesIn(part: Part): readonly string[] {
  if (typeof part === 'string') return []
  const [name, kind, choices] = part
  if (name === '#') return []
  const nested =
    typeof choices === 'object'
      ? Object.values(choices).flatMap((each) => (Array.isArray(each) ? (each as Part[]).flatMap(valuesIn) : []))
      : []
  const branches = kind === 'select' && choices !== undefined ? ` ${Object.keys(choices).sort().join(',')}` : ''
  return [kind === undefined ? name : `${name} ${kind}${branches}`, ...nested]
}

const keys = Object.keys(en) as WordKey[]

describe('the catalogues', () => {
  it('read as ICU messages, and take the same values in both languages', () => {
    for (const key of keys) expect([key, valuesOf(zh[key])]).toEqual([key, valuesOf(en[key])])
  })

  it('say every plural for any number', () => {
    for (const key of keys)
      for (const message of [en[key], zh[key]])
        if (message.includes('plural,')) expect([key, message]).toEqual([key, expect.stringContaining('other {')])
  })

  it('have no English left in the Chinese, but for names', () => {
    const names = new Set([
      'common.shortcutHint',
      'add.placeholder',
      'search.exampleSource',
      'sidebar.progress',
      'sidebar.trouble',
      'keys.changed',
      'backup.both',
      'rule.comma',
      'related.with',
      'row.because',
      'saved.from.counted',
    ])
    for (const key of keys) if (!names.has(key)) expect([key, zh[key]]).toEqual([key, expect.stringMatching(/\p{Script=Han}/u)])
  })

  it('write Chinese with Chinese signs', () => {
    for (const key of keys) {
      const said = zh[key].replace(/\{[^{}]*,|[A-Za-z0-9]+\.[a-z]+/g, '')
      expect([key, said]).toEqual([key, expect.not.stringMatching(/\p{Script=Han}[,;:!?]|"|\.\.\./u)])
    }
  })
})
