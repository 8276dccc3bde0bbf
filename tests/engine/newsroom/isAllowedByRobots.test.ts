import { describe, expect, it } from 'vitest'
import { isAllowedByRobots } from '../../../electron/engine/newsroom/isAllowedByRobots.ts'
import { costNow } from '../../fixtures/cost.ts'

const AGENT = 'Newsdesk/0.1.0 (+https://example.org)'
const at = (path: string): string => `https://example.com${path}`

describe('isAllowedByRobots', () => {
  it.each<[string, string, string, boolean]>([
    ['allows everything where nothing is said', '', '/news/', true],
    ['refuses all by a single slash', 'User-agent: *\nDisallow: /', '/news/', false],
    ['takes an empty Disallow for leave', 'User-agent: *\nDisallow:', '/news/', true],
    ['lets the longest rule decide', 'User-agent: *\nDisallow: /a\nAllow: /a/news', '/a/news/1', true],
    ['lets Allow win among equals', 'User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
    ['prefers the group of its own name', 'User-agent: *\nDisallow: /\n\nUser-agent: newsdesk\nDisallow: /private', '/news', true],
    ['obeys the group of its own name', 'User-agent: Newsdesk\nDisallow: /news\n\nUser-agent: *\nAllow: /', '/news', false],
    ['reads several names over one group', 'User-agent: other\nUser-agent: newsdesk\nDisallow: /x', '/x/1', false],
    [
      'joins groups of one name',
      'User-agent: newsdesk\nDisallow: /a\n\nUser-agent: b\nDisallow: /\n\nUser-agent: newsdesk\nDisallow: /c',
      '/c',
      false,
    ],
    ['does not obey groups of others', 'User-agent: otherbot\nDisallow: /', '/news', true],
    ['understands a star', 'User-agent: *\nDisallow: /*/print', '/news/print', false],
    ['understands an end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x=1', true],
    ['understands a star and an end', 'User-agent: *\nDisallow: /*.pdf$', '/ir/a.pdf', false],
    ['minds the case of paths', 'User-agent: *\nDisallow: /News', '/news', true],
    ['compares encoded letters', 'User-agent: *\nDisallow: /%E6%96%B0', '/新闻', false],
    [
      'skips comments and unknown lines',
      'Sitemap: https://x.example/s.xml\nUser-agent: * # all\nCrawl-delay: 5\nDisallow: /news # no',
      '/news',
      false,
    ],
    ['reads a byte order mark and bare returns', '\uFEFFUser-agent: *\rDisallow: /news', '/news', false],
    ['ignores rules before any name', 'Disallow: /\nUser-agent: *\nAllow: /', '/news', true],
    ['always allows robots.txt itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
  ])('%s', (_, robots, path, isAllowed) => {
    expect(isAllowedByRobots(robots, AGENT, at(path))).toBe(isAllowed)
  })

  it('answers hostile files at once (P03)', () => {
    const start = costNow()
    isAllowedByRobots(`User-agent: *\nDisallow: /${'*a'.repeat(50_000)}b$`, AGENT, at(`/${'a'.repeat(8_000)}`))
    isAllowedByRobots('User-agent: *\n'.repeat(30_000), AGENT, at('/'))
    expect(costNow() - start).toBeLessThan(500)
  })
})
