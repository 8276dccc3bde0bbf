import { describe, expect, it } from 'vitest'
import { createMentionFinder } from '../../../../electron/engine/company/mentions/createMentionFinder.ts'

const finder = createMentionFinder([
  { id: 'apple', names: ['Apple Inc.'] },
  { id: 'orange', names: ['Orange S.A.'] },
  { id: 'gap', names: ['Gap Inc.'] },
  { id: 'zte', names: ['ZTE Corporation', '中兴通讯股份有限公司'] },
  { id: 'sintai', names: ['Sintai Communication Co., Ltd.', '信泰通信'] },
  { id: 'mobile', names: ['中国移动'] },
  { id: 'mobile-int', names: ['中国移动国际有限公司'] },
  { id: 'zto', names: ['中通'] },
  { id: 'att', names: ['AT&T Inc.'] },
  { id: 'lucent', names: ['Lucent'] },
  { id: 'nokia', names: ['Nokia Oyj'] },
  { id: 'sony', names: ['株式会社ソニー'] },
  { id: 'nestle', names: ['Nestlé S.A.'] },
  { id: 'booking', names: ['Booking.com B.V.'] },
  { id: 'ibm', names: ['IBM'] },
])

function found(text: string, title = ''): string[] {
  return finder.find(text, title).map(({ companyId, count }) => `${companyId} ${count}`)
}

describe('createMentionFinder', () => {
  it.each([
    ['The deal with Sintai Communication was signed.', ['sintai 1']],
    ['SINTAI COMMUNICATION CO., LTD. and Sintai-Communication', ['sintai 2']],
    ['Sintai Communication’s cabinet, and Sintai Communication-made boards', ['sintai 2']],
    ['Sintai Communications Ltd is another', []],
    ['Das Nokia-Netz', []],
    ['the ex-Nokia chief and the Nokia-led group', ['nokia 2']],
    ['Alcatel-Lucent was a company', []],
    ['AT&T and AT & T', ['att 2']],
    ['AT&TX', []],
    ['Nestle and NESTLÉ', ['nestle 2']],
    ['said Booking.com on Monday', ['booking 1']],
    ['IBM sells; ibm does not, iBM neither', ['ibm 1']],
  ])('reads Latin names between words: %s', (text, companies) => {
    expect(found(text)).toEqual(companies)
  })

  it.each([
    ['中兴通讯发布新品', ['zte 1']],
    ['与信泰通信股份有限公司签约', ['sintai 1']],
    ['中国移动国际在伦敦', ['mobile-int 1']],
    ['中国移动与中国移动国际', ['mobile 1', 'mobile-int 1']],
    ['集中通信系统', []],
    ['由中通快递承运', ['zto 1']],
    ['今日、ソニーは発表した。ソニーグループも', ['sony 2']],
    ['ソニーニア', []],
  ])('reads names in Chinese and Japanese, never inside a longer one: %s', (text, companies) => {
    expect(found(text).toSorted()).toEqual(companies)
  })

  it.each([
    'https://www.nokia.com/news and nokia.com',
    'write to press@nokia.com or nokia@press.example',
    'see //cdn.example/Nokia/logo.png at https://x.example/Nokia',
    '@Nokia',
  ])('finds nothing in an address: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['An apple a day. Apple trees bloom.', []],
    ['Orange juice. Orange County fair. The Big Apple. Gap year', []],
    ['The gap widens. GAP IN THE MARKET.', []],
    ['A deal that Apple signed. Apple shares rose.', ['apple 2']],
    ['Analysts at Orange agreed.', ['orange 1']],
    ['the chain Gap’s shops', ['gap 1']],
  ])('asks words of every day for more than a capital: %s', (text, companies) => {
    expect(found(text)).toEqual(companies)
  })

  it('treats a name that a text mostly writes small as a word of every day', () => {
    const signify = createMentionFinder([{ id: 's', names: ['Signify'] }])
    expect(signify.find('Numbers signify little. They signify less. Signify nothing.', '')).toEqual([])
    expect(signify.find('Lamps from Signify are sold.', '')).toHaveLength(1)
  })

  it('says where: title, count, first place in the text', () => {
    expect(finder.find('Today Nokia and ZTE met. ZTE won.', 'ZTE wins')).toEqual([
      { companyId: 'zte', count: 3, inTitle: true, firstAt: 16 },
      { companyId: 'nokia', count: 1, inTitle: false, firstAt: 6 },
    ])
  })

  it('follows companies as they come, change and go', () => {
    const changing = createMentionFinder([{ id: 'a', names: ['Vexor Systems'] }])
    changing.set({ id: 'b', names: ['Vexor'] })
    expect(
      changing
        .find('Vexor Systems and Vexor', '')
        .map(({ companyId }) => companyId)
        .toSorted(),
    ).toEqual(['a', 'b'])
    changing.set({ id: 'b', names: ['Tarnel'] })
    changing.remove('a')
    expect(changing.find('Vexor Systems, Vexor and Tarnel', '').map(({ companyId }) => companyId)).toEqual(['b'])
  })

  it('counts a name for every company that bears it, and none that is too short', () => {
    const shared = createMentionFinder([
      { id: 'a', names: ['Kestrel Ltd'] },
      { id: 'b', names: ['Kestrel GmbH', 'K', '5', '36'] },
    ])
    expect(
      shared
        .find('made by Kestrel for K in 36 days, 5 a week', '')
        .map(({ companyId }) => companyId)
        .toSorted(),
    ).toEqual(['a', 'b'])
  })

  it('P03: is not held up by text that almost names a company everywhere', () => {
    const start = process.cpuUsage()
    finder.find('Sintai Communicatio '.repeat(20_000) + '中国移'.repeat(20_000) + 'Nokia/'.repeat(5_000), '')
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_500)
  })
})
