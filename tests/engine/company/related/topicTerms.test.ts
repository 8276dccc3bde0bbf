import { describe, expect, it } from 'vitest'
import { topicTerms } from '../../../../electron/engine/company/related/topicTerms.ts'

function words(text: string, title = '', language: string | null = 'en'): string[] {
  return topicTerms(text, title, language).map((term) => term.word)
}

function keysShared(one: string, other: string): number {
  const keys = new Set(topicTerms(one, '', null).map(({ key }) => key))
  return topicTerms(other, '', null).filter(({ key }) => keys.has(key)).length
}

describe('topicTerms', () => {
  it('keeps 24 at most, as whole numbers that store well', () => {
    const terms = topicTerms(
      Array.from({ length: 200 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}${at} antenna`).join(' '),
      'Antenna',
      'en',
    )
    expect(terms).toHaveLength(24)
    for (const { key, weight } of terms) {
      expect(Number.isInteger(key) && key >= 0 && key <= 0xffffffff).toBe(true)
      expect(Number.isInteger(weight) && weight >= 1 && weight <= 100).toBe(true)
    }
  })

  it('takes no stop words', () => {
    expect(words('The company said that it has been announced and will be there.')).toEqual([])
    expect(words('公司表示已经进行了相关工作', '', 'zh')).toEqual([])
  })

  it.each([
    ['batteries overheated', 'the battery overheats'],
    ['auctions', 'an auction'],
    ['licences', 'a licence'],
    ['700,000 stations', '近70万个'],
    ['180 million', '1.8亿'],
    ['on 11 November', '11月11日'],
    ['November 11', 'the 11 November meeting'],
    ['120 MHz', '获得120MHz'],
    ['€2.4 billion', '24亿'],
  ])('knows %s again in %s', (one, other) => {
    expect(keysShared(one, other)).toBeGreaterThanOrEqual(1)
  })

  it('cuts Chinese into words', () => {
    expect(words('海底光缆中断,光缆维修船出发', '海底光缆', 'zh')).toContain('光缆')
  })

  it('takes a phrase that is said again', () => {
    expect(words('The repair ship left. A repair ship is slow.')).toContain('repair ship')
  })

  it('takes years and small numbers for nothing', () => {
    expect(words('In 2023 and 2024, 5 of 12')).toEqual([])
  })
})
