import { describe, expect, it } from 'vitest'
import { readArguments } from '../../electron/commandLine/readArguments.ts'

describe('readArguments', () => {
  it('takes a command, its words and its options apart', () => {
    const line = readArguments(['save', 'abc', '--note', 'For the bid', '--tag', '5G', '--tag', 'bids', '--json', '--profile', '/tmp/p'])
    expect(line).toMatchObject({
      command: 'save',
      words: ['abc'],
      isJson: true,
      profile: '/tmp/p',
      options: { note: 'For the bid', tag: ['5G', 'bids'] },
    })
  })

  it('leaves the minus of a search to the search', () => {
    expect(readArguments(['--json', 'search', '5G', '-cable'])).toMatchObject({ words: ['5G', '-cable'], isJson: true })
  })

  it('keeps options behind a search', () => {
    expect(readArguments(['search', 'fibre', '--limit', '5'])).toMatchObject({ words: ['fibre'], options: { limit: '5' } })
  })

  it('says which option it does not know', () => {
    expect(readArguments(['sources', '--wat'])).toMatchObject({ mistake: expect.stringContaining('--wat') })
  })
})
