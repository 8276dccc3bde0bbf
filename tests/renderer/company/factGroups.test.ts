import { describe, expect, it } from 'vitest'
import type { EpochMs } from '../../../shared/time.ts'
import { factGroups, placeKey } from '../../../renderer/company/factGroups.ts'
import { networkName } from '../../../renderer/company/networkName.ts'
import { shownAddress } from '../../../renderer/parts/shownAddress.ts'
import { fakeCompanies } from '../fakeCompanies.ts'
import { fakeNews } from '../fakeNews.ts'

const now = Date.UTC(2026, 10, 23) as EpochMs
const { sources, articles } = fakeNews(now)
const [sintai, harbour] = fakeCompanies(sources, articles, now)

describe('factGroups', () => {
  const groups = factGroups(sintai!)

  it('gives each field that has values, in one order', () => {
    expect(groups.map(({ field }) => field)).toEqual(['phone', 'email', 'address', 'contactPage', 'social'])
    expect(factGroups(harbour!)).toEqual([])
  })

  it('says once where all values of a field were found', () => {
    const email = groups.find(({ field }) => field === 'email')
    expect(email?.from).toMatchObject({ pageUrl: 'https://sintai.example/contact', place: 'mailto-link' })
    expect(email?.lines.map(({ from }) => from)).toEqual([null])
  })

  it('says it of each value where they were found in different places', () => {
    const phone = groups.find(({ field }) => field === 'phone')
    expect(phone?.from).toBeNull()
    expect(phone?.lines.map(({ from }) => from?.place)).toEqual(['tel-link', 'labelled text'])
  })

  it('shows a value that nobody knows the place of without one', () => {
    const [phone] = factGroups({ ...sintai!, facts: [] })
    expect(phone?.from).toBeNull()
    expect(phone?.lines.every(({ from }) => from === null)).toBe(true)
  })
})

describe('placeKey', () => {
  it.each([
    ['json-ld', 'place.page-data'],
    ['labelled text', 'place.labelled-text'],
    ['footer', 'place.footer'],
    ['constructor', 'place.elsewhere'],
    ['somewhere new', 'place.elsewhere'],
  ])('%s: %s', (place, key) => {
    expect(placeKey(place)).toBe(key)
  })
})

describe('networkName', () => {
  it.each([
    ['https://www.linkedin.com/company/x', 'LinkedIn'],
    ['https://de.linkedin.com/company/x', 'LinkedIn'],
    ['https://x.com/x', 'X'],
    ['https://notx.com/x', 'notx.com'],
    ['https://weibo.com/x', '微博'],
    ['nonsense', 'nonsense'],
  ])('%s is %s', (url, name) => {
    expect(networkName(url)).toBe(name)
  })
})

describe('shownAddress', () => {
  it.each([
    ['https://www.sintai.example/', 'sintai.example'],
    ['http://sintai.example/contact/', 'sintai.example/contact'],
    ['mailto:desk@sintai.example', 'desk@sintai.example'],
    ['https://a.example/%E8%81%94%E7%B3%BB', 'a.example/联系'],
    ['https://a.example/100%', 'a.example/100%'],
  ])('%s is shown as %s', (url, shown) => {
    expect(shownAddress(url)).toBe(shown)
  })
})
