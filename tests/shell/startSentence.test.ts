import { describe, expect, it } from 'vitest'
import { startSentence } from '../../electron/shell/startSentence.ts'
import type { Failure } from '../../shared/failures.ts'
import { spoken } from '../../shared/spoken.ts'

const failures: readonly Failure[] = [
  { kind: 'profile-in-use' },
  { kind: 'profile-from-future', file: 'library.sqlite' },
  { kind: 'profile-unreadable', file: 'library.sqlite' },
  { kind: 'profile-forbidden', file: 'library.sqlite' },
  { kind: 'profile-read-only' },
  { kind: 'disk-full' },
  { kind: 'broken' },
]

describe('startSentence', () => {
  it.each(failures)('says %o in whole Chinese sentences, with the name of the file', (failure) => {
    const said = startSentence(spoken(failure), 'zh-TW')
    expect(said.replaceAll(/Newsdesk|library\.sqlite/g, '')).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*。$/u)
    expect(said.includes('library.sqlite')).toBe('file' in failure)
  })

  it.each(['en-GB', 'de'])('says what the engine says where the system speaks %s', (language) => {
    for (const failure of failures) expect(startSentence(spoken(failure), language)).toBe(spoken(failure).sentence)
  })
})
