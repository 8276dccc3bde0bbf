import { describe, expect, it } from 'vitest'
import { match, matchAny } from '../../../renderer/palette/match.ts'
import { pinyinInitials } from '../../../renderer/palette/pinyinInitials.ts'

const names = ['Go to Saved', 'Save, or remove from saved', 'Settings', 'Telecom Weekly', '通信产业观察', '行业新闻', 'Écran & Réseau']

/** The names that fit, best first. */
function found(query: string): string[] {
  return names
    .map((name) => ({ name, fit: match(query, name) }))
    .filter(({ fit }) => fit !== null)
    .sort((one, other) => (other.fit?.score ?? 0) - (one.fit?.score ?? 0))
    .map(({ name }) => name)
}

describe('match', () => {
  it.each([
    ['set', ['Settings']],
    ['weekly', ['Telecom Weekly']],
    ['weekly tel', ['Telecom Weekly']],
    ['产业', ['通信产业观察']],
    ['通察', ['通信产业观察']],
    ['新闻', ['行业新闻']],
    ['txcy', ['通信产业观察']],
    ['TXCY', ['通信产业观察']],
    ['ecran', ['Écran & Réseau']],
    ['ｓｅｔ', ['Settings']],
    ['zzz', []],
  ])('finds by “%s”', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })

  it('puts a beginning before the beginning of a later word, and that before the inside of one', () => {
    const scores = ['Saved items', 'Go to Saved', 'Unsaved'].map((name) => match('saved', name)?.score ?? 0)
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    expect(new Set(scores).size).toBe(3)
  })

  it('fits everything while nothing is typed', () => {
    expect(found('  ')).toHaveLength(names.length)
  })

  it('takes letters far apart for a coincidence', () => {
    expect(match('sd', 'Scroll on, then next unread')).toBeNull()
  })

  it('marks the letters that fit, in the units of the text on screen', () => {
    expect(match('产业', '通信产业观察')?.marks).toEqual([[2, 4]])
    expect(match('réseau', 'Écran & Réseau')?.marks).toEqual([[8, 14]])
    expect(match('tele wee', 'Telecom Weekly')?.marks).toEqual([
      [0, 4],
      [8, 11],
    ])
  })

  it('keeps its places right after a character of two units', () => {
    expect(match('news', '🗞 News')?.marks).toEqual([[3, 7]])
  })
})

describe('matchAny', () => {
  it('finds a thing by a name that is not on screen, and marks nothing then', () => {
    expect(matchAny('settings', ['设置', 'Settings'])?.marks).toEqual([])
  })

  it('prefers the name on screen', () => {
    const shown = matchAny('settings', ['Settings'])
    const hidden = matchAny('settings', ['设置', 'Settings'])
    expect(shown?.score).toBeGreaterThan(hidden?.score ?? Infinity)
  })

  it('gives nothing where no name fits', () => {
    expect(matchAny('qqq', ['设置', 'Settings'])).toBeNull()
  })
})

describe('pinyinInitials', () => {
  it.each([
    ['通信产业观察', 'txcygc'],
    ['行业新闻', 'xyxw'],
    ['阿里巴巴', 'albb'],
    ['中国移动 5G', 'zgyd 5g'],
    ['日本三网他乡', 'rbswtx'],
    ['安全电话设备芯片', 'aqdhsbxp'],
    ['北斗华为科技能源欧洲浪潮', 'bdhwkjnyozlc'],
  ])('reads %s as %s', (text, initials) => {
    // 行 has two readings; either finds it.
    expect([initials, initials.replace(/^x/, 'h')]).toContain(pinyinInitials(text))
  })

  it('gives one letter for each unit', () => {
    const text = 'Ａ，通信🗞x'
    expect(pinyinInitials(text)).toHaveLength(text.length)
  })
})
