import { describe, expect, it } from 'vitest'
import { badRequestReasons, type BadRequestReason } from '../../shared/badRequest.ts'
import { problemKind } from '../../shared/contract/check.ts'
import { skipReason } from '../../shared/contract/skipped.ts'
import { problemSentence } from '../../shared/problemSentence.ts'
import { skipSentence } from '../../shared/skipSentence.ts'
import { spoken } from '../../shared/spoken.ts'

const all: readonly (readonly [of: string, sentences: readonly string[]])[] = [
  ['skipSentence', skipReason.options.map(skipSentence)],
  ['problemSentence', problemKind.options.map((kind) => problemSentence({ kind, count: 3, detail: 'row 12 missing' }))],
  [
    'a bad request',
    (Object.keys(badRequestReasons) as BadRequestReason[]).map((reason) => spoken({ kind: 'bad-request', reason }).sentence),
  ],
]

describe.each(all)('%s', (_, sentences) => {
  it('has one plain sentence for each kind', () => {
    expect(new Set(sentences).size).toBe(sentences.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
  })
})
