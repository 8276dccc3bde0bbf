import { describe, expect, it } from 'vitest'
import { changedFacts, keptFacts } from '../../../electron/engine/company/changedFacts.ts'
import type { CompanyFacts } from '../../../electron/engine/company/companyFacts.ts'
import { readCompany } from '../../../electron/engine/company/readCompany.ts'
import { NOW, SITE } from './pages.ts'

const contact = `${SITE}contact`

function reading(body: string, url = contact): CompanyFacts {
  return readCompany([{ url, html: `<title>Example Works Ltd</title><body>${body}</body>` }], { siteUrl: SITE, now: NOW })
}

describe('changedFacts', () => {
  it('says nothing of two equal readings', () => {
    expect(changedFacts(reading('<p>Tel: +44 20 7946 0100</p>'), reading('<p>Tel: +44 20 7946 0100</p>'))).toEqual([])
  })

  it('takes another spelling of a number or place for no change', () => {
    const before = reading('<p>Tel: +44 20 7946 0100</p><p>Address: 4 Sample Road, Leeds LS1 1AA</p>')
    expect(changedFacts(before, reading('<p>Phone: 020 7946 0100</p><p>Address: 4 Sample Road, Leeds, LS1 1AA</p>'))).toEqual([])
  })

  it('gives the old and the new value', () => {
    const changes = changedFacts(reading('<p>E-mail: old@example-works.example</p>'), reading('<p>E-mail: new@example-works.example</p>'))
    expect(changes).toEqual([{ field: 'email', before: 'old@example-works.example', after: 'new@example-works.example', url: contact }])
  })

  it('pairs what has the same label among several', () => {
    const before = reading('<p>Sales phone: +44 20 7946 0100</p><p>Service phone: +44 20 7946 0110</p>')
    const after = reading('<p>Sales phone: +44 20 7946 0120</p><p>Service phone: +44 20 7946 0130</p>')
    expect(changedFacts(before, after).map(({ before, after }) => `${before} → ${after}`)).toEqual([
      '+44 20 7946 0100 → +44 20 7946 0120',
      '+44 20 7946 0110 → +44 20 7946 0130',
    ])
  })

  it('does not take for gone what stood on a page that was not read', () => {
    const before = reading('<p>Tel: +44 20 7946 0100</p>')
    expect(changedFacts(before, reading('<p>Pumps</p>', SITE))).toEqual([])
    expect(changedFacts(before, reading('<p>Pumps</p>'))).toMatchObject([{ field: 'phone', before: '+44 20 7946 0100', after: null }])
  })
})

describe('keptFacts', () => {
  it('keeps what stood on a page that was not read, and drops what a page no longer says', () => {
    const before = reading('<p>Tel: +44 20 7946 0100</p>')
    expect(keptFacts(before, reading('<p>Pumps</p>', SITE)).phones.map(({ value }) => value)).toEqual(['+44 20 7946 0100'])
    expect(keptFacts(before, reading('<p>Pumps</p>')).phones).toEqual([])
  })
})
