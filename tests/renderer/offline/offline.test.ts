import { describe, expect, it } from 'vitest'
import { missingReason } from '../../../shared/contract/missing.ts'
import { missingSentence } from '../../../shared/missingSentence.ts'
import { isMetered } from '../../../renderer/state/useNetworkReport.ts'
import { sayBytes } from '../../../renderer/words/bytes.ts'

describe('sayBytes', () => {
  it.each<[number, string]>([
    [0, '0 byte'],
    [900, '900 byte'],
    [1536, '1.5 kB'],
    [48 * 1024 ** 2, '48 MB'],
    [2 * 1024 ** 3, '2 GB'],
    [1_288_490_189, '1.2 GB'],
    [50 * 1024 ** 4, '51,200 GB'],
  ])('says %d as %s', (bytes, words) => {
    expect(sayBytes('en', bytes)).toBe(words)
  })
})

describe('isMetered', () => {
  it.each<[{ saveData?: boolean; type?: string } | undefined, boolean]>([
    [undefined, false],
    [{}, false],
    [{ saveData: false, type: 'wifi' }, false],
    [{ saveData: true, type: 'wifi' }, true],
    [{ type: 'cellular' }, true],
  ])('of %j is %s', (connection, metered) => {
    expect(isMetered(connection)).toBe(metered)
  })
})

describe('missingSentence', () => {
  it('has one plain sentence for each reason', () => {
    const sentences = missingReason.options.map(missingSentence)
    expect(new Set(sentences).size).toBe(missingReason.options.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })
})
