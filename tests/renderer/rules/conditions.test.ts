import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../../shared/contract/rule.ts'
import { conditionOf, newCondition, writtenOf } from '../../../renderer/rules/conditions.ts'

const kept: readonly RuleCondition[] = [
  { kind: 'word', words: '5G', field: 'title', isNot: false },
  { kind: 'phrase', words: 'shared ducts', field: 'anywhere', isNot: true },
  { kind: 'word', words: '通信产业', field: 'text', isNot: false },
  { kind: 'company', companyId: 'sintai', isNot: false },
  { kind: 'source', sourceId: 'weekly', isNot: true },
  { kind: 'folder', folder: 'Trade press', isNot: false },
  { kind: 'category', category: 'industry', isNot: true },
]

describe('conditionOf', () => {
  it.each(kept)('gives back what is written on from %j', (condition) => {
    expect(conditionOf(writtenOf(condition))).toEqual(condition)
  })

  it('says nothing where nothing is written, or nothing that can be looked for', () => {
    expect(conditionOf(newCondition())).toBeNull()
    for (const value of ['  ', '—', '"!?"']) expect(conditionOf({ ...newCondition(), value })).toBeNull()
    expect(conditionOf({ ...newCondition(), question: 'category', value: 'weather' })).toBeNull()
  })

  it('takes several words for a phrase, and one for a word', () => {
    expect(conditionOf({ ...newCondition(), value: ' shared  ducts ' })?.kind).toBe('phrase')
    expect(conditionOf({ ...newCondition(), value: ' ducts ' })).toMatchObject({ kind: 'word', words: 'ducts' })
  })

  it('gives each condition a key of its own', () => {
    expect(newCondition().key).not.toBe(newCondition().key)
  })
})
