import { describe, expect, it } from 'vitest'
import { ruleDraft, type RuleDraft } from '../../shared/contract/rule.ts'
import { ruleName, ruleSentence } from '../../shared/ruleSentence.ts'

const names = {
  company: (id: string) => (id === 'sintai' ? 'Sintai Communication' : null),
  source: (id: string) => (id === 'weekly' ? 'Telecom Weekly' : null),
}

function draft(change: object): RuleDraft {
  return ruleDraft.parse({ name: 'It', conditions: [{ kind: 'word', words: '5G' }], actions: ['notify'], ...change })
}

describe('ruleSentence', () => {
  it.each([
    [
      {
        conditions: [
          { kind: 'word', words: '5G', field: 'title' },
          { kind: 'source', sourceId: 'weekly', isNot: true },
        ],
      },
      'Notify me when the title has “5G” and the source is not Telecom Weekly.',
    ],
    [
      {
        match: 'any',
        actions: ['stop', 'save', 'mark'],
        conditions: [
          { kind: 'phrase', words: 'shared ducts', field: 'text' },
          { kind: 'company', companyId: 'sintai' },
        ],
      },
      'Mark it, save it, and pass it to no other rule when the text has the phrase “shared ducts” or the article is about Sintai Communication.',
    ],
    [
      {
        actions: ['mute'],
        conditions: [
          { kind: 'folder', folder: 'Trade press' },
          { kind: 'category', category: 'industry', isNot: true },
          { kind: 'word', words: 'Kim', field: 'author', isNot: true },
        ],
      },
      'Mute it when the source is in the folder “Trade press” and the article is not industry news and the author’s name does not have “Kim”.',
    ],
    [
      {
        match: 'any',
        conditions: [
          { kind: 'company', companyId: 'gone', isNot: true },
          { kind: 'source', sourceId: 'gone' },
        ],
      },
      'Notify me when the article is not about a company that is followed no more or the source is one that is followed no more.',
    ],
  ])('says %j', (change, sentence) => {
    expect(ruleSentence(draft(change), names)).toBe(sentence)
  })
})

describe('ruleName', () => {
  it.each([
    [[{ kind: 'word', words: '5G' }], '5G'],
    [
      [
        { kind: 'word', words: 'football', isNot: true },
        { kind: 'company', companyId: 'sintai' },
      ],
      'Sintai Communication',
    ],
    [[{ kind: 'source', sourceId: 'gone' }], ''],
    [[{ kind: 'word', words: 'football', isNot: true }], 'football'],
  ])('calls %j after what it watches for: %s', (conditions, name) => {
    expect(ruleName(draft({ conditions }), names)).toBe(name)
  })
})
