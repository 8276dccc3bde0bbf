import { describe, expect, it } from 'vitest'
import { newsPageLinks } from '../../../electron/engine/newsroom/newsPageLinks.ts'

const HOME = 'https://www.example.com/'

function first(body: string, url = HOME): string | undefined {
  return newsPageLinks(`<html lang="en"><body>${body}</body></html>`, url)[0]?.url
}

const AROUND = '<a href="/products/">Products</a><a href="/jobs/">Careers</a><a href="/about/">About us</a><a href="/contact/">Contact</a>'

describe('newsPageLinks', () => {
  it.each([
    ['News', '/n1'],
    ['Press releases', '/pr'],
    ['Newsroom', '/company/newsroom'],
    ['Media centre', '/mc'],
    ['News & Events', '/ne'],
    ['新闻中心', '/xw/'],
    ['公司动态', '/dt.html'],
    ['最新消息', '/zh-hant-x'],
    ['新聞稿', '/gao'],
    ['ニュースリリース', '/nr/'],
    ['お知らせ', '/info/'],
    ['Pressemitteilungen', '/pm'],
    ['Aktuelles', '/akt'],
    ['Actualités', '/fr-actu'],
    ['Communiqués de presse', '/cp'],
    ['Sala de prensa', '/sdp'],
    ['Noticias', '/nts'],
  ])('finds “%s”', (label, href) => {
    expect(first(`<nav>${AROUND}<a href="${href}">${label}</a></nav>`)).toBe(new URL(href, HOME).href)
  })

  it('prefers the newsroom to an article, a tag, an event or another language', () => {
    const body = `<nav><a href="/news/fibre-plant-opens-in-riga-2026">News: fibre plant opens</a><a href="/news/tag/fibre">News about fibre</a><a href="/events">Events</a><a href="/de/news">News</a><a href="/en/news">News</a></nav>`
    expect(first(body, 'https://www.example.com/en/')).toBe('https://www.example.com/en/news')
  })

  it('takes a newsroom on a host of its own, but no other site', () => {
    expect(first(`${AROUND}<a href="https://newsroom.example.com/">Newsroom</a>`)).toBe('https://newsroom.example.com/')
    expect(first(`${AROUND}<a href="https://news.other.net/">News</a>`)).toBeUndefined()
    expect(first(`${AROUND}<a href="javascript:news()">News</a>`)).toBeUndefined()
  })

  it('names eight pages at most, each with a reason (P06)', () => {
    const links = newsPageLinks(Array.from({ length: 500 }, (_, i) => `<a href="/news${i}/">News</a>`).join(''), HOME)
    expect(links).toHaveLength(8)
    expect(links[0]?.reason).toBe('The site links to it as “News”.')
  })

  it('names none where the site links to none', () => {
    expect(newsPageLinks(AROUND, HOME)).toEqual([])
  })

  it('works within the sample edition', () => {
    expect(first('<a href="/news/">News</a>', 'sample://sintai/')).toBe('sample://sintai/news/')
  })
})
