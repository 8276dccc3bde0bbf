import { describe, expect, it } from 'vitest'
import { readLiteral } from '../../../electron/engine/newsroom/data/literal.ts'
import { readNewsroom } from '../../../electron/engine/newsroom/readNewsroom.ts'
import type { EpochMs } from '../../../shared/time.ts'

const ROWS = [
  ['Second plant for pump housings opens in Riga', 'second-plant', '2026-11-12'],
  ['Order intake rises by nine percent', 'order-intake', '2026-10-26'],
  ['Partnership for rural broadband signed', 'partnership', '2026-10-02'],
] as const

const json = (value: unknown): string => JSON.stringify(value)
const posts = ROWS.map(([title, slug, date]) => ({ title, path: `/news/${slug}`, date }))
const flight = `5:["$","main",null,{"items":${json(posts)}}]\n`
const nuxt = [
  { data: 1 },
  [2, 3, 4],
  ...ROWS.map((_, i) => ({ title: 5 + i * 3, path: 6 + i * 3, date: 7 + i * 3 })),
  ...ROWS.flatMap(([title, slug, date]) => [title, `/news/${slug}`, date]),
]

function read(scripts: string): (readonly [string, string, string | null])[] {
  const html = `<html lang="en"><head><title>News</title></head><body><div id="app"></div>${scripts}</body></html>`
  const reading = readNewsroom(html, { url: 'https://www.example.com/news', now: Date.UTC(2026, 10, 20) as EpochMs, readDate: () => null })
  if (reading.kind !== 'list') return []
  return (reading.candidates[0]?.items ?? []).map((item) => [
    item.title,
    item.url,
    item.publishedAt === null ? null : new Date(item.publishedAt).toISOString().slice(0, 10),
  ])
}

const WANTED = ROWS.map(([title, slug, date]) => [title, `https://www.example.com/news/${slug}`, date])

describe('dataLists', () => {
  it.each<[string, string]>([
    ['Next.js page data', `<script id="__NEXT_DATA__" type="application/json">${json({ props: { pageProps: { posts } } })}</script>`],
    [
      'Next.js streamed components',
      `<script>self.__next_f.push([1,${json(flight.slice(0, 60))}])</script><script>self.__next_f.push([1,${json(flight.slice(60))}])</script>`,
    ],
    [
      'Nuxt 2 state',
      `<script>window.__NUXT__={data:[{news:[${ROWS.map(([t, s, d]) => `{title:"${t}",path:"\\u002Fnews\\u002F${s}",date:"${d}"}`).join(',')}]}]};</script>`,
    ],
    ['Nuxt 3 payload', `<script type="application/json" id="__NUXT_DATA__">${json(nuxt)}</script>`],
    [
      'a variable of a script',
      `<script>var other = 1; var newsList = [${ROWS.map(([t, s, d]) => `{'title': '${t}', url: '/news/${s}', pubDate: '${d}',}`).join(', ')}];\nrender(newsList)</script>`,
    ],
    ['state in a string', `<script>window.__STATE__ = JSON.parse(${json(json({ posts }))})</script>`],
    [
      'slugs below the page',
      `<script type="application/json">${json({ articles: ROWS.map(([headline, slug, publishedAt]) => ({ headline, slug, publishedAt: Date.parse(publishedAt) })) })}</script>`,
    ],
    [
      'nodes of a graph',
      `<script type="application/json">${json({ allPosts: { edges: ROWS.map(([title, slug, date]) => ({ node: { frontmatter: { title, date }, fields: { slug: `/news/${slug}` } } })) } })}</script>`,
    ],
    [
      'rendered fields',
      `<script type="application/json">${json({ posts: ROWS.map(([title, slug, date]) => ({ title: { rendered: title }, link: `https://www.example.com/news/${slug}`, date: `${date}T08:00:00` })) })}</script>`,
    ],
    [
      'a JSON-LD ItemList',
      `<script type="application/ld+json">${json({ '@type': 'ItemList', itemListElement: ROWS.map(([headline, slug, datePublished]) => ({ '@type': 'ListItem', item: { '@type': 'NewsArticle', headline, url: `/news/${slug}`, datePublished } })) })}</script>`,
    ],
    [
      'a JSON-LD blog',
      `<script type="application/ld+json">${json({ '@type': 'Blog', blogPost: ROWS.map(([headline, slug, datePublished]) => ({ '@type': 'BlogPosting', headline, url: `/news/${slug}`, datePublished })) })}</script>`,
    ],
    [
      'a JSON-LD graph of articles',
      `<script type="application/ld+json">${json({ '@graph': ROWS.map(([headline, slug, datePublished]) => ({ '@type': ['NewsArticle'], headline, mainEntityOfPage: { '@id': `/news/${slug}` }, datePublished })) })}</script>`,
    ],
  ])('reads %s', (_, scripts) => {
    expect(read(scripts)).toEqual(WANTED)
  })

  it.each<[string, string]>([
    ['menus', json({ nav: posts.map(({ title, path }) => ({ title, url: path.replace('news', 'platform') })) })],
    ['products', json({ products: posts.map((post) => ({ ...post, path: post.path.replace('news', 'products') })) })],
    ['events', json({ events: posts.map((post) => ({ ...post, '@type': 'Event' })) })],
    ['broken data', '{"posts": [{"title": "A headline that is long enough", "path": "/news/a", "date": '],
  ])('takes no news from %s', (_, data) => {
    expect(read(`<script type="application/json">${data}</script>`)).toEqual([])
  })

  it('dates the visible list by structured data', () => {
    const list = `<ul>${ROWS.map(([title, slug]) => `<li><a href="/news/${slug}">${title}</a></li>`).join('')}</ul>`
    const data = json(
      ROWS.map(([headline, slug, datePublished]) => ({
        '@type': 'NewsArticle',
        headline,
        url: `https://www.example.com/news/${slug}`,
        datePublished,
      })),
    )
    expect(read(`${list}<script type="application/ld+json">${data}</script>`)).toEqual(WANTED)
  })
})

describe('readLiteral', () => {
  it.each<[string, unknown]>([
    ['{"a":[1,-2.5e3,true,null]}', { a: [1, -2500, true, null] }],
    ["{a:'it\\'s', 'b':!0, c:void1}", null],
    ["{a:'it\\'s', 'b':!0, /* no */ c:undefined,}", { a: "it's", b: true, c: null }],
    ['["\\u4e2d\\x41\\n"]', ['中A\n']],
    ['{a:f(1)}', null],
    ['[`a${b}`]', null],
    ['{"a":', null],
    ['{"__proto__":{"x":1}}', {}],
  ])('reads %s', (source, wanted) => {
    expect(readLiteral(source, 0)?.value ?? null).toEqual(wanted)
  })
})
