import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCompany } from '../../../electron/engine/company/readCompany.ts'
import { readSites } from '../../bench/company/corpus.ts'
import { measureSite } from '../../bench/company/measureFacts.ts'
import { NOW, readContact, readPage, SITE, values } from './pages.ts'

describe('readCompany', () => {
  const sites = readSites().map(measureSite)

  it.each(sites.map((site) => [site.name, site] as const))('reads all of %s, and says nothing that is not so', (_, site) => {
    expect(site.isHeldBack ? [] : site.faults).toEqual([])
  })

  it('gets nine fields in ten right', () => {
    const wanted = sites.reduce((sum, site) => sum + site.wanted, 0)
    expect(sites.length).toBeGreaterThanOrEqual(12)
    expect(sites.reduce((sum, site) => sum + site.right, 0) / wanted).toBeGreaterThanOrEqual(0.9)
  })

  it('says for each fact which page it came from and which place on it', () => {
    const facts = readContact(
      '<p>Tel: <a href="tel:+442079460100">+44 20 7946 0100</a></p><p>E-mail: info@example-works.example</p><p>Address: 4 Sample Road, Leeds LS1 1AA</p>',
    )
    expect([facts.phones[0], facts.emails[0], facts.addresses[0]].map((fact) => [fact?.url, fact?.place])).toEqual([
      [`${SITE}contact`, 'tel-link'],
      [`${SITE}contact`, 'labelled text'],
      [`${SITE}contact`, 'labelled text'],
    ])
  })

  it('reads the sample edition: two phones, two mail addresses, one place', () => {
    const folder = new URL('../../../build/sample/sintai/', import.meta.url)
    const pages = ['index', 'about', 'contact'].map((name) => ({
      url: `sample://sintai/${name === 'index' ? '' : `${name}.html`}`,
      html: readFileSync(new URL(`${name}.html`, folder), 'utf8'),
    }))
    const facts = readCompany(pages, { siteUrl: 'sample://sintai/', now: NOW })
    expect(facts).toMatchObject({
      name: { value: 'Sintai Communication' },
      site: 'sample://sintai/',
      logo: { value: 'sample://sintai/pictures/logo.png' },
    })
    expect(values(facts.aliases)).toContain('Sintai Communication Co., LTD.')
    expect(facts.phones.map(({ value, label }) => [value, label])).toEqual([
      ['+86 755 0000 0100', 'sales'],
      ['+86 755 0000 0180', 'Spare parts'],
    ])
    expect(values(facts.emails)).toEqual(['info@sintai.example', 'parts@sintai.example'])
    expect(values(facts.addresses)).toEqual(['Building 3, 1 Sample Road, Nanshan District, Shenzhen 518000, China'])
    expect(facts.contactPage?.value).toBe('sample://sintai/contact.html')
  })

  const origin = new URL('../../../../shared/data/origin/sintai-5g-base-stations.txt', import.meta.url)
  it.skipIf(!existsSync(origin))('finds the company in the text that the product grew from, doubled as it stands there', () => {
    const lines = readFileSync(origin, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const html = `<title>${lines[4]}</title><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body>`
    const facts = readCompany([{ url: 'http://www.sintai-site.example/news/1.html', html }], {
      siteUrl: 'http://www.sintai-site.example/',
      now: NOW,
    })
    expect(facts.name?.value).toBe('Sintai Communication Co.,LTD.')
    expect(values(facts.aliases)).toContain('Sintai Communication')
    expect([facts.phones, facts.emails, facts.addresses]).toEqual([[], [], []])
  })
})

describe('readCompany on names', () => {
  it.each([
    ['a title in its decorations', '<title>Valves and pumps | Example Works</title><footer>© 2024 Example Works</footer>', 'Example Works'],
    ['a doubled title', '<title>Example Works GmbH - Example Works GmbH</title>', 'Example Works GmbH'],
    ['a greeting', '<title>Welcome to Example Works Ltd.</title>', 'Example Works Ltd.'],
    ['a label', '<title>公司</title><p>公司名称:样板机电有限公司</p>', '样板机电有限公司'],
    [
      'the picture that leads home',
      '<title>Valves and pumps</title><header><a href="/"><img src="/l.svg" alt="Example Works logo"></a></header>',
      'Example Works',
    ],
  ])('reads %s', (_, html, name) => {
    expect(readPage(html).name?.value).toBe(name)
  })

  it('takes no slogan, and no name where none is given', () => {
    expect(readPage('<title>Home</title><h1>Pumps that last</h1>').name).toBeNull()
  })

  it.each([
    ['株式会社見本製作所', '見本製作所'],
    ['深圳市样板通信股份有限公司', '样板通信'],
    ['Example Works Co., Ltd.', 'Example Works'],
    ['Example Works S.p.A.', 'Example Works'],
  ])('knows %s as %s too', (name, alias) => {
    expect(values(readPage(`<footer>© ${name}</footer>`).aliases)).toContain(alias)
  })
})

describe('readCompany on phones', () => {
  it.each([
    ['a fax', '<p>Fax: +44 20 7946 0101</p>'],
    ['a fax behind a link', '<p>Telefax <a href="tel:+442079460101">+44 20 7946 0101</a></p>'],
    ['a fax in a cell of its own', '<table><tr><th>传真</th><td>0755-0000-0101</td></tr></table>'],
    ['a date', '<p>2024-03-15 10:00, 15.03.2024</p>'],
    ['a register number', '<p>HRB 12345678, VAT GB 123 4567 89, ICP备19012345号</p>'],
    ['a part number', '<p>Part no: 4500-2231-8890</p>'],
    ['an amount', '<p>Revenue of 12,500,000 in 2019-2023</p>'],
    ['another company', '<h2>Our dealers</h2><p>Other Ltd, Tel: +44 20 7946 0199</p>'],
    ['the agency in the footer', '<footer>© Example Works. Website by Agency Ltd, Tel +44 20 7946 0198</footer>'],
  ])('takes no phone from %s', (_, html) => {
    expect(readContact(html).phones).toEqual([])
  })

  it.each([
    ['Tel. +44 20 7946 0100', '+44 20 7946 0100'],
    ['电话:0755-0000-0100 传真:0755-0000-0101', '0755-0000-0100'],
    ['TEL 03-0000-0100 / FAX 03-0000-0101', '03-0000-0100'],
    ['Telefon: +49 (0)30 23125-120', '+49 (0)30 23125-120'],
    ['Téléphone : 01 99 00 12 34', '01 99 00 12 34'],
    ['Teléfono: 900 000 456', '900 000 456'],
    ['Tel/Fax: 0755-0000-0100', '0755-0000-0100'],
    ['聯絡電話:+886-2-0000-7700', '+886-2-0000-7700'],
  ])('reads %s', (text, phone) => {
    expect(values(readContact(`<p>${text}</p>`).phones)).toEqual([phone])
  })

  it('takes a number behind a link, but not one that the page elsewhere calls its fax', () => {
    const link = '<p><a href="tel:+442079460100">Ring us</a> <a href="tel:+442079460101">or this</a></p>'
    expect(values(readContact(`${link}<p>Fax: 020 7946 0101</p>`).phones)).toEqual(['+442079460100'])
  })

  it('knows one number written in two ways for one', () => {
    expect(values(readContact('<p>Tel: 020 7946 0100</p><p><a href="tel:+442079460100">+44 20 7946 0100</a></p>').phones)).toHaveLength(1)
  })
})

describe('readCompany on mail', () => {
  it.each([
    ['info@example-works.example'],
    ['info [at] example-works.example'],
    ['info(at)example-works(dot)example'],
    ['<a href="mailto:Info@Example-Works.example?subject=Hello">Write to us</a>'],
  ])('reads %s', (html) => {
    expect(values(readContact(`<p>E-mail: ${html}</p>`).emails)).toEqual(['info@example-works.example'])
  })

  it('opens what Cloudflare hides', () => {
    const hidden = Array.from('info@example-works.example', (letter) => (letter.charCodeAt(0) ^ 0x42).toString(16).padStart(2, '0')).join(
      '',
    )
    expect(values(readContact(`<p><a data-cfemail="42${hidden}">[email protected]</a></p>`).emails)).toEqual(['info@example-works.example'])
  })

  it('takes no picture, placeholder or agency for an address', () => {
    expect(
      readContact('<p>logo@2x.png, you@example.com</p><footer>info@example-works.example. Design: mail@agency.example</footer>').emails.map(
        (mail) => mail.value,
      ),
    ).toEqual(['info@example-works.example'])
  })
})

describe('readCompany on hostile pages', () => {
  it('P04: takes no logo, account or contact page but of http(s)', () => {
    const facts = readPage(
      '<base href="javascript:alert(1)"><header><a href="/"><img class="logo" src="data:image/png;base64,AA" alt="logo"></a><a href="javascript:alert(1)">Contact us</a></header><script type="application/ld+json">{"@type":"Organization","name":"Example Works","logo":"javascript:alert(1)","sameAs":["javascript:linkedin.com/company/x"]}</script>',
    )
    expect([facts.logo, facts.contactPage, facts.accounts]).toEqual([null, null, []])
  })

  it('P02: stops at its caps and keeps what came before them', () => {
    const deep = readPage(`<title>Example Works Ltd</title>${'<div>'.repeat(100_000)}`)
    const wide = readPage(`<title>Example Works Ltd</title>${'<p>Tel: +44 20 7946 0100</p>'.repeat(50_000)}`)
    expect([deep.name?.value, wide.phones.length]).toEqual(['Example Works Ltd', 1])
  })

  it.each([
    ['digits', '1 '.repeat(50_000)],
    ['dots', 'a.'.repeat(50_000)],
    ['labels', 'Tel: '.repeat(20_000)],
    ['ats', 'a(at)'.repeat(20_000)],
    ['commas', 'Co., Ltd., '.repeat(9_000)],
    ['brackets', '(('.repeat(50_000)],
    ['spaces', ' \u00a0'.repeat(50_000)],
    ['hyphens', '1-'.repeat(50_000)],
    ['copyrights', '© 2024 – '.repeat(11_000)],
  ])('P03: is not held up by %s', (_, text) => {
    const start = process.cpuUsage()
    readContact(`<title>${text}</title><p>${text}</p><footer>© ${text}</footer>`)
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_000)
  })

  it('reads nothing from bytes that are no page', () => {
    expect(readPage('%PDF-1.7 \u0000\u0001 1 0 obj').name).toBeNull()
  })
})
