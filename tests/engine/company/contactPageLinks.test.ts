import { describe, expect, it } from 'vitest'
import { contactPageLinks } from '../../../electron/engine/company/contactPageLinks.ts'

const HOME = 'https://works.example/'

describe('contactPageLinks', () => {
  it.each([
    ['Contact us', '/c1', 'contact'],
    ['联系我们', '/c2', 'contact'],
    ['聯絡我們', '/c3', 'contact'],
    ['お問い合わせ', '/c4', 'contact'],
    ['Kontakt', '/c5', 'contact'],
    ['Nous contacter', '/c6', 'contact'],
    ['Contacto', '/c7', 'contact'],
    ['Impressum', '/c8', 'imprint'],
    ['Mentions légales', '/c9', 'imprint'],
    ['会社概要', '/a1', 'about'],
    ['关于我们', '/a2', 'about'],
    ['Über uns', '/a3', 'about'],
    ['Quiénes somos', '/a4', 'about'],
  ])('knows %s', (label, path, reason) => {
    expect(contactPageLinks(`<a href="${path}">${label}</a><a href="/products">Products</a>`, HOME)).toEqual([
      { url: `https://works.example${path}`, reason, label },
    ])
  })

  it('names at most one page for each reason, contact first', () => {
    const html =
      '<a href="/about">About us</a><a href="/team/contact-sales">Contact sales</a><a href="/contact">Contact</a><a href="/imprint">Imprint</a><a href="/about/history">About our history</a>'
    expect(contactPageLinks(html, HOME).map(({ url }) => new URL(url).pathname)).toEqual(['/contact', '/imprint', '/about'])
  })

  it('P04: stays on the site, and asks for pages alone', () => {
    const html =
      '<a href="https://other.example/contact">Contact</a><a href="mailto:a@b.example">Contact</a><a href="javascript:x()">Contact</a><a href="/contact.pdf">Contact</a><a href="#contact">Contact</a>'
    expect(contactPageLinks(html, HOME)).toEqual([])
  })

  it('takes a title where the link is a picture', () => {
    expect(contactPageLinks('<a href="/k" title="Kontakt"><img src="x.png"></a>', HOME)[0]?.reason).toBe('contact')
  })
})
