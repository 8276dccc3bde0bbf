import { describe, expect, it } from 'vitest'
import { chosenTags, tagChange } from '../../../renderer/saved/chosenTags.ts'

describe('chosenTags', () => {
  it('lists each tag once, in order, and says whether every item has it', () => {
    const items = [{ tags: ['quay', 'bid'] }, { tags: ['bid', '码头'] }, { tags: ['bid', 'band 10', 'band 9'] }]
    expect(chosenTags(items, 'en').map(({ tag, isOnAll }) => `${tag}${isOnAll ? ' on all' : ''}`)).toEqual([
      'band 9',
      'band 10',
      'bid on all',
      'quay',
      '码头',
    ])
  })

  it('lists nothing where none has a tag', () => {
    expect(chosenTags([{ tags: [] }], 'zh-CN')).toEqual([])
  })
})

describe('tagChange', () => {
  it('adds what was ticked or typed, each once, and removes what was unticked', () => {
    const ticks = new Map([
      ['bid', false],
      ['quay', true],
    ])
    expect(tagChange(ticks, ['crane', 'quay'])).toEqual({ addTags: ['quay', 'crane'], removeTags: ['bid'] })
  })

  it('adds a tag that was unticked and typed again', () => {
    expect(tagChange(new Map([['bid', false]]), ['bid'])).toEqual({ addTags: ['bid'], removeTags: [] })
  })

  it('is nothing where nothing was touched', () => {
    expect(tagChange(new Map(), [])).toEqual({ addTags: [], removeTags: [] })
  })
})
