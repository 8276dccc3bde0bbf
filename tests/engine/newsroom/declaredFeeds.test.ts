import { describe, expect, it } from 'vitest'
import { declaredFeeds } from '../../../electron/engine/newsroom/declaredFeeds.ts'
import { wellKnownFeedPaths } from '../../../electron/engine/newsroom/wellKnownFeedPaths.ts'

const PAGE = 'https://example.com/news/'

describe('declaredFeeds', () => {
  it.each([
    ['application/rss+xml', 'rss'],
    ['application/atom+xml', 'atom'],
    ['application/rdf+xml', 'rdf'],
    ['application/feed+json', 'json'],
    ['text/xml', 'unknown'],
  ])('reads <link rel=alternate type=%s>', (type, format) => {
    const html = `<head><link rel="alternate" type="${type}" title="News" href="/feed.xml"></head>`
    expect(declaredFeeds(html, PAGE)).toEqual([{ url: 'https://example.com/feed.xml', title: 'News', format }])
  })

  it.each([
    ['<link rel="alternate" type="application/json" title="JSON" href="/wp-json/wp/v2/pages/1">'],
    ['<link rel="alternate" type="application/json+oembed" href="/oembed?url=x">'],
    ['<link rel="alternate" hreflang="de" href="/de/">'],
    ['<link rel="stylesheet" type="text/css" href="/feed.css">'],
    ['<a href="/feedback">Feedback</a>'],
    ['<a href="/sitemap.xml">Site map</a>'],
    ['<a href="javascript:void(0)//rss.xml">RSS</a>'],
    ['<a href="https://other.example.net/rss.xml">Another site</a>'],
  ])('does not take %s for a feed', (html) => {
    expect(declaredFeeds(html, PAGE)).toEqual([])
  })

  it.each([
    ['/rss.xml', 'https://example.com/rss.xml'],
    ['feed/', 'https://example.com/news/feed/'],
    ['?feed=rss2', 'https://example.com/news/?feed=rss2'],
    ['feed://example.com/a.rss', 'http://example.com/a.rss'],
    ['/xml/press.xml', 'https://example.com/xml/press.xml'],
  ])('finds the visible link %s', (href, url) => {
    expect(declaredFeeds(`<body><a href="${href}">RSS</a></body>`, PAGE).map((feed) => feed.url)).toEqual([url])
  })

  it('puts feeds of comments last and names each feed once', () => {
    const html =
      '<link rel=alternate type="application/rss+xml" title="Comments Feed" href="/comments/feed/">' +
      '<link rel=alternate type="application/rss+xml" title="Posts" href="/feed/"><a href="/feed/">RSS</a>'
    expect(declaredFeeds(html, PAGE).map((feed) => feed.url)).toEqual(['https://example.com/feed/', 'https://example.com/comments/feed/'])
  })

  it('resolves against the page where <base> names another host (P04)', () => {
    const html = '<base href="https://evil.example.org/"><link rel=alternate type="application/rss+xml" href="feed.xml">'
    expect(declaredFeeds(html, PAGE)[0]?.url).toBe('https://example.com/news/feed.xml')
  })

  it('resolves within the sample edition', () => {
    const html = '<link rel=alternate type="application/rss+xml" href="/feed.xml">'
    expect(declaredFeeds(html, 'sample://sintai/news/')[0]?.url).toBe('sample://sintai/feed.xml')
  })
})

describe('wellKnownFeedPaths', () => {
  it("asks the section's feed first, four at most", () => {
    expect(wellKnownFeedPaths('https://example.com/blog/2020/a.html')).toEqual([
      'https://example.com/blog/feed',
      'https://example.com/feed',
      'https://example.com/rss.xml',
      'https://example.com/atom.xml',
    ])
  })

  it('asks three for a home page', () => {
    expect(wellKnownFeedPaths('sample://sintai/')).toEqual(['sample://sintai/feed', 'sample://sintai/rss.xml', 'sample://sintai/atom.xml'])
  })
})
