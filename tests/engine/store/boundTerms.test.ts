import { describe, expect, it } from 'vitest'
import { boundTerms, costOf } from '../../../electron/engine/store/search/boundTerms.ts'
import { commonWords } from '../../../electron/engine/store/cache/commonWords.ts'
import { cacheMigrations } from '../../../electron/engine/store/migrations/cache/index.ts'
import { migrate } from '../../../electron/engine/store/migrations/migrate.ts'
import { openDatabase } from '../../../electron/engine/store/profile/database.ts'

/** A sample of the words of so many articles. */
function sampleOf(texts: readonly [string, number][]) {
  const database = openDatabase(':memory:', { isDurable: false, isReadOnly: false })
  migrate(database, cacheMigrations)
  const common = commonWords(database)
  for (const [text, times] of texts) for (let article = 1; article <= times; article += 1) common.take(article * 128, text)
  return common
}

describe('commonWords', () => {
  it('counts each word of one article in 128 once, folded as it is looked up', () => {
    const common = sampleOf([
      ['Café network NETWORK', 2],
      ['networks 网络', 1],
    ])
    common.take(129, 'network')
    expect([common.articlesWith('network'), common.articlesWith('cafe'), common.articlesWith('络')]).toEqual([256, 256, 128])
    expect([common.articlesBeginning('NET'), common.articlesBeginning('caf'), common.articlesBeginning('x')]).toEqual([384, 256, 0])
    expect(common.beginning('net', 5)).toEqual(['network', 'networks'])
    expect(common.beginning('net', 1)).toEqual(['network'])
  })
})

describe('boundTerms', () => {
  const common = sampleOf([
    ['network', 400],
    ['new', 30],
    ['nebula', 1],
  ])
  const rules: [string, object, object][] = [
    [
      'puts the commonest words in place of a beginning that many have',
      { words: ['ne'], isPrefix: true },
      { words: ['ne'], isPrefix: true, anyOf: ['ne', 'network', 'new', 'nebula'] },
    ],
    ['leaves a beginning that few have', { words: ['neb'], isPrefix: true }, { words: ['neb'], isPrefix: true }],
    ['leaves whole words', { words: ['ne'], isPrefix: false }, { words: ['ne'], isPrefix: false }],
    ['takes the end of a phrase for a whole word', { words: ['a', 'ne'], isPrefix: true }, { words: ['a', 'ne'], isPrefix: false }],
  ]

  it.each(rules)('%s', (_, term, bound) => {
    expect(boundTerms([term as { words: string[]; isPrefix: boolean }], common)).toEqual([bound])
  })

  it('knows about what a term costs', () => {
    expect(costOf({ words: ['network', 'ne'], isPrefix: true }, common)).toBe((400 + 431) * 128)
    expect(costOf({ words: ['nebula'], isPrefix: false }, common)).toBe(128)
  })
})
