import { describe, expect, it } from 'vitest'
import type { Source } from '../../../shared/contract/source.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { byHealth } from '../../../renderer/health/order.ts'
import { remedyFor, remedyOf, type Remedy } from '../../../renderer/health/remedy.ts'
import { sayRemedy } from '../../../renderer/health/sayRemedy.ts'
import { en } from '../../../renderer/words/en.ts'
import { fakeNews } from '../fakeNews.ts'

const sentence = ''
const [first] = fakeNews(Date.UTC(2026, 10, 23) as EpochMs).sources

function source(title: string, health: Partial<Source['health']>): Source {
  if (first === undefined) throw new Error('The made-up news has no source')
  return { ...first, title, health: { ...first.health, ...health } }
}

describe('remedyFor', () => {
  it.each<[string, Remedy]>([
    ['unreachable', 'try-again'],
    ['timed-out', 'try-again'],
    ['gone', 'unfollow'],
    ['private-address', 'unfollow'],
    ['no-such-host', 'new-address'],
    ['page-not-feed', 'new-address'],
    ['no-list', 'new-address'],
    ['needs-login', 'new-address'],
    ['offline', 'none'],
    ['too-many-redirects', 'open-page'],
    ['a kind of a later engine', 'try-again'],
  ])('answers %s with %s', (kind, remedy) => {
    expect(remedyFor({ kind, sentence })).toBe(remedy)
  })

  it.each<[number, Remedy]>([
    [401, 'open-page'],
    [403, 'open-page'],
    [404, 'new-address'],
    [410, 'unfollow'],
    [418, 'open-page'],
    [429, 'none'],
    [500, 'try-again'],
    [503, 'try-again'],
  ])('answers a refusal with status %i with %s', (status, remedy) => {
    const refusal = { kind: 'refused', sentence, status, retryAt: null }
    expect(remedyFor(refusal)).toBe(remedy)
    expect(sayRemedy((key) => en[key], refusal)).not.toBeNull()
  })
})

describe('remedyOf', () => {
  it.each<[Source['health']['state'], Remedy | null]>([
    ['ok', null],
    ['never', 'try-again'],
    ['gone', 'unfollow'],
    ['drifted', 'new-address'],
    ['failing', 'try-again'],
  ])('answers the state %s', (state, remedy) => {
    expect(remedyOf(source('', { state, failure: null }))).toBe(remedy)
  })
})

describe('byHealth', () => {
  it('puts trouble first, the gravest and longest of it before the rest', () => {
    const { troubled, well } = byHealth(
      [
        source('b', { state: 'ok' }),
        source('failing once', { state: 'failing', failuresInRow: 1 }),
        source('A', { state: 'ok' }),
        source('gone', { state: 'gone', failuresInRow: 1 }),
        source('failing long', { state: 'failing', failuresInRow: 9 }),
        source('new', { state: 'never' }),
        source('drifted', { state: 'drifted', failuresInRow: 2 }),
      ],
      'en',
    )
    expect(troubled.map((each) => each.title)).toEqual(['gone', 'drifted', 'failing long', 'failing once'])
    expect(well.map((each) => each.title)).toEqual(['new', 'A', 'b'])
  })
})
