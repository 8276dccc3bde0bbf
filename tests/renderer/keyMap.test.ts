import { describe, expect, it } from 'vitest'
import { actions } from '../../shared/actions.ts'
import { keyMap, readStroke, strokeName, type Stroke } from '../../renderer/state/keyMap.ts'
import { keyLabel } from '../../shared/keys.ts'

const plain: Stroke = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const stroke = (fields: Partial<Stroke>): Stroke => ({ ...plain, ...fields })

describe('keyMap', () => {
  it('gives every action its built-in keys', () => {
    expect(new Set(keyMap({}).values())).toEqual(new Set(actions))
  })

  it('gives no built-in key to two actions', () => {
    const map = keyMap({})
    expect(map.get('j')).toBe('nextArticle')
    expect(map.get('g s')).toBe('goSaved')
    expect([...map.keys()].filter((keys) => !keys.includes(' ')).length).toBe(new Set(map.keys()).size - 7)
  })

  it('puts a person’s own keys in place of the built-in ones of that action', () => {
    const map = keyMap({ nextArticle: ['x'] })
    expect(map.get('x')).toBe('nextArticle')
    expect(map.has('j')).toBe(false)
  })

  it('lets a person’s own key beat a built-in one of another action', () => {
    expect(keyMap({ undo: ['j'] }).get('j')).toBe('undo')
  })

  it('leaves an action without keys where a person took them all away', () => {
    expect([...keyMap({ markAllRead: [] }).values()]).not.toContain('markAllRead')
  })
})

describe('strokeName', () => {
  it.each([
    [stroke({ key: 'j' }), false, 'j'],
    [stroke({ key: 'A', shiftKey: true }), false, 'A'],
    [stroke({ key: '?', shiftKey: true }), false, '?'],
    [stroke({ key: ' ' }), false, 'Space'],
    [stroke({ key: ' ', shiftKey: true }), false, 'Shift+Space'],
    [stroke({ key: 'k', ctrlKey: true }), false, 'Mod+k'],
    [stroke({ key: 'k', metaKey: true }), true, 'Mod+k'],
    [stroke({ key: 'k', ctrlKey: true }), true, null],
    [stroke({ key: 'k', metaKey: true }), false, null],
    [stroke({ key: 'j', altKey: true }), false, null],
    [stroke({ key: 'Shift', shiftKey: true }), false, null],
  ])('%o on a Mac: %s is %s', (pressed, isMac, name) => {
    expect(strokeName(pressed, isMac)).toBe(name)
  })
})

describe('readStroke', () => {
  const map = keyMap({})

  it('knows an action by one key', () => {
    expect(readStroke(map, '', 'j')).toEqual({ action: 'nextArticle' })
  })

  it('waits after the first key of a sequence, and knows the action by the second', () => {
    expect(readStroke(map, '', 'g')).toEqual({ pending: 'g' })
    expect(readStroke(map, 'g', 't')).toEqual({ action: 'goToday' })
  })

  it('takes a key that does not go on with the sequence for itself', () => {
    expect(readStroke(map, 'g', 'j')).toEqual({ action: 'nextArticle' })
    expect(readStroke(map, 'g', 'z')).toBeNull()
  })
})

describe('keyLabel', () => {
  it.each([
    ['j', false, 'J'],
    ['A', false, '⇧A'],
    ['g t', false, 'G T'],
    ['Mod+k', false, 'Ctrl+K'],
    ['Mod+k', true, '⌘K'],
    ['Mod+,', true, '⌘,'],
    ['ArrowDown', false, '↓'],
    ['+', false, '+'],
    ['Space', false, 'Space'],
  ])('writes %s (Mac: %s) as %s', (keys, isMac, label) => {
    expect(keyLabel(keys, isMac)).toBe(label)
  })
})
