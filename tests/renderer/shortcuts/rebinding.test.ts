import { describe, expect, it } from 'vitest'
import { actions, defaultKeys } from '../../../shared/actions.ts'
import { settingsSchema } from '../../../shared/settings.ts'
import { actionsOf, keyColumns } from '../../../renderer/shortcuts/groups.ts'
import {
  conflictOf,
  giveKeys,
  hasOwnKeys,
  resetKeys,
  takeKeys,
  takeOver,
  type Conflict,
  type OwnKeys,
} from '../../../renderer/shortcuts/rebinding.ts'
import { keyMap } from '../../../renderer/state/keyMap.ts'
import { keysOf } from '../../../shared/keys.ts'

describe('conflictOf', () => {
  it.each<[string, OwnKeys, string, Conflict | null]>([
    ['a free key', {}, 'z', null],
    ['a free sequence', {}, 'z y', null],
    ['a key of its own', {}, 's', null],
    ['the key of another action', {}, 'k', { kind: 'taken', by: 'previousArticle', other: 'k' }],
    ['a sequence of another action', {}, 'g t', { kind: 'taken', by: 'goToday', other: 'g t' }],
    ['the beginning of a sequence', {}, 'g', { kind: 'hides', by: 'goToday', other: 'g t' }],
    ['a sequence behind a single key', {}, 'j x', { kind: 'hidden', by: 'nextArticle', other: 'j' }],
    ['a key that was given away', { previousArticle: ['ArrowUp'] }, 'k', null],
    ['a key that a person gave to another', { print: ['z'] }, 'z', { kind: 'taken', by: 'print', other: 'z' }],
    ['a key of the system', {}, 'Mod+w', { kind: 'system' }],
    ['a key that moves the focus', {}, 'Tab', { kind: 'system' }],
    ['a sequence that ends in one of the system', {}, 'z Tab', { kind: 'system' }],
  ])('judges %s', (_what, own, keys, expected) => {
    expect(conflictOf(own, 'toggleSaved', keys)).toEqual(expected)
  })

  it('finds none among the built-in keys', () => {
    for (const action of actions) for (const keys of defaultKeys[action]) expect([keys, conflictOf({}, action, keys)]).toEqual([keys, null])
  })
})

describe('giveKeys', () => {
  it('puts a key in the place of another', () => {
    expect(giveKeys({}, 'nextArticle', 'x', 'j')).toEqual({ nextArticle: ['x', 'ArrowDown'] })
  })

  it('puts a key beside the others', () => {
    expect(giveKeys({}, 'nextArticle', 'x', null)).toEqual({ nextArticle: ['j', 'ArrowDown', 'x'] })
  })

  it('keeps no more than the settings take', () => {
    const own = ['w', 'x', 'y', 'z'].reduce<OwnKeys>((keys, each) => giveKeys(keys, 'nextArticle', each, null), {})
    expect(settingsSchema.shape.keys.safeParse(own).success).toBe(true)
  })

  it('keeps nothing that equals the built-in keys', () => {
    expect(giveKeys(giveKeys({}, 'undo', 'x', 'u'), 'undo', 'u', 'x')).toEqual({})
  })
})

describe('takeKeys', () => {
  it('can leave an action without a key', () => {
    expect(takeKeys({}, 'undo', 'u')).toEqual({ undo: [] })
  })
})

describe('takeOver', () => {
  it.each([
    ['a key', 'k', 'previousArticle'],
    ['the beginning of sequences', 'g', 'goToday'],
    ['a sequence behind a key', 'j x', 'nextArticle'],
  ] as const)('takes %s from whoever stood against it', (_what, keys, loser) => {
    const own = takeOver({}, 'toggleSaved', keys, 's')
    expect(keyMap(own).get(keys)).toBe('toggleSaved')
    expect(keysOf('toggleSaved', own)).toEqual([keys])
    expect(conflictOf(own, 'toggleSaved', keys)).toBeNull()
    expect(keysOf(loser, own)).not.toEqual(defaultKeys[loser])
  })
})

describe('resetKeys', () => {
  it('gives an action its built-in keys again', () => {
    expect(resetKeys({ undo: ['x'], print: ['y'] }, 'undo')).toEqual({ print: ['y'] })
  })

  it('takes them back from whoever has them now', () => {
    const own = takeOver({}, 'toggleSaved', 'k', 's')
    expect(resetKeys(own, 'previousArticle')).toEqual({ toggleSaved: [] })
    expect(hasOwnKeys(resetKeys(own, 'previousArticle'), 'previousArticle')).toBe(false)
  })
})

describe('keyColumns', () => {
  it('show every action once', () => {
    expect(keyColumns.flat().flatMap(actionsOf).sort()).toEqual([...actions].sort())
  })
})
