import { describe, expect, it } from 'vitest'
import { firstSavedLook, wantedSaved } from '../../../renderer/state/savedLook.ts'
import { between } from '../../../renderer/state/useChosenRows.ts'

const everything = { kind: 'saved', tag: null } as const

describe('wantedSaved', () => {
  it('asks for everything, newest saved first, at the start', () => {
    expect(wantedSaved(everything, firstSavedLook)).toEqual({ order: 'savedNewest' })
  })

  it('asks for a tag of a collection, and for words without the space around them', () => {
    const view = { kind: 'saved', tag: 'bid', collectionId: 'quay' } as const
    expect(wantedSaved(view, { ...firstSavedLook, order: 'title', query: ' cranes ' })).toEqual({
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
    expect(wantedSaved(everything, { ...firstSavedLook, narrowing })).toEqual({ order: 'savedNewest', ...asked })
  })

  it('stays within the collection that is shown', () => {
    const view = { kind: 'saved', tag: null, collectionId: 'quay' } as const
    expect(wantedSaved(view, { ...firstSavedLook, narrowing: 'inNone' }).collectionId).toBe('quay')
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
