import { describe, expect, it } from 'vitest'
import { firstSavedLook, wantedSaved } from '../../../renderer/state/savedLook.ts'
import { between } from '../../../renderer/state/useChosenRows.ts'

const NOW = Date.UTC(2026, 10, 28, 18)
const everything = { kind: 'saved', tag: null } as const

describe('wantedSaved', () => {
  it('asks for everything, newest saved first, at the start', () => {
    expect(wantedSaved(everything, firstSavedLook, NOW)).toEqual({ order: 'savedNewest' })
  })

  it('asks for a tag of a collection, and for words without the space around them', () => {
    const view = { kind: 'saved', tag: 'bid', collectionId: 'quay' } as const
    expect(wantedSaved(view, { ...firstSavedLook, order: 'title', query: ' cranes ' }, NOW)).toEqual({
      order: 'title',
      tag: 'bid',
      collectionId: 'quay',
      query: 'cranes',
    })
  })

  it.each([
    ['hasNote', { hasNote: true }],
    ['isIncomplete', { isIncomplete: true }],
    ['inNone', { collectionId: null }],
  ] as const)('narrows to %s', (narrowing, asked) => {
    expect(wantedSaved(everything, { ...firstSavedLook, narrowing }, NOW)).toEqual({ order: 'savedNewest', ...asked })
  })

  it('narrows to a company, or to a source', () => {
    expect(wantedSaved(everything, { ...firstSavedLook, from: 'company:port' }, NOW).companyId).toBe('port')
    expect(wantedSaved(everything, { ...firstSavedLook, from: 'source:weekly' }, NOW).sourceId).toBe('weekly')
  })

  it('asks for the last days by the day, so that the same is asked until it is over', () => {
    const look = { ...firstSavedLook, since: 'week' } as const
    expect(wantedSaved(everything, look, NOW).after).toBe(Date.UTC(2026, 10, 21))
    expect(wantedSaved(everything, look, NOW + 60_000)).toEqual(wantedSaved(everything, look, NOW))
  })

  it('stays within the collection that is shown', () => {
    const view = { kind: 'saved', tag: null, collectionId: 'quay' } as const
    expect(wantedSaved(view, { ...firstSavedLook, narrowing: 'inNone' }, NOW).collectionId).toBe('quay')
  })
})

describe('between', () => {
  const listed = ['a', 'b', 'c', 'd']

  it.each([
    ['b', 'd', ['b', 'c', 'd']],
    ['d', 'b', ['b', 'c', 'd']],
    ['b', 'b', ['b']],
    [null, 'c', ['c']],
    ['gone', 'c', ['c']],
  ])('from %s to %s is %j', (from, to, range) => {
    expect(between(listed, from, to)).toEqual(range)
  })
})
