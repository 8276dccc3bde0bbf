import { describe, expect, it } from 'vitest'
import { followRecipe, type FollowedNewsroom } from '../../../electron/engine/newsroom/followRecipe.ts'
import { readNewsroom } from '../../../electron/engine/newsroom/readNewsroom.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { FIXTURES, nowOf, readCorpus, readDate } from '../../bench/newsroom/corpus.ts'
import { measure } from '../../bench/newsroom/measure.ts'

const ABOUT = { url: 'https://www.example.com/news/', now: Date.UTC(2026, 10, 20) as EpochMs, readDate: () => null }

function list(from: number, count: number, draw: (link: string, title: string, day: string) => string): string {
  const items = Array.from({ length: count }, (_, i) =>
    draw(`/news/${from - i}.html`, `What the company announced, number ${from - i}`, `2026-10-${String(28 - i).padStart(2, '0')}`),
  )
  return `<h1>News</h1><div><a href="/a">About</a></div><ul class="list">${items.join('')}</ul>`
}

const old = (link: string, title: string, day: string): string => `<li><a href="${link}">${title}</a> <i>${day}</i></li>`
const card = (link: string, title: string, day: string): string =>
  `<section class="c"><p>${day}</p><h2>${title}</h2><a href="${link}">More</a></section>`

function follow(html: string): FollowedNewsroom {
  const first = readNewsroom(list(100, 8, old), ABOUT)
  if (first.kind !== 'list' || first.candidates[0] === undefined) throw new Error('The first page has a list')
  const { recipe, items } = first.candidates[0]
  return followRecipe(html, { ...ABOUT, recipe: JSON.parse(JSON.stringify(recipe)), knownLinks: items.map((item) => item.url) })
}

describe('followRecipe', () => {
  it('finds the same list with newer articles', () => {
    const followed = follow(list(103, 8, old))
    expect(followed.match).toBe('same')
    expect(followed.match !== 'lost' && followed.list.items[0]?.url).toBe('https://www.example.com/news/103.html')
  })

  it('finds the same list where every article is new', () => {
    expect(follow(list(900, 8, old)).match).toBe('same')
  })

  it('learns the list again in other markup, with the same links', () => {
    const followed = follow(list(101, 8, card))
    expect(followed.match).toBe('relearnt')
    expect(followed.match !== 'lost' && followed.list.items.map((item) => item.url)).toHaveLength(8)
  })

  it('does not take another list for the lost one (P05)', () => {
    const other = list(100, 8, old).replaceAll('/news/', '/partners/of-the-year/').replace('<h1>News</h1>', '<h1>News from partners</h1>')
    expect(follow(other)).toMatchObject({ match: 'lost' })
  })

  it.each([
    ['an empty page', '', 'no-list'],
    ['an error page', '<h1>404</h1><p>Page not found</p><a href="/">Home</a>', 'no-list'],
    ['a login', '<title>Sign in</title><form><input type="password"></form>', 'needs-login'],
    ['a shell of scripts', '<div id="app"></div><script src="/x.js"></script>', 'needs-scripts'],
  ])('says that the list is lost on %s (P05)', (_, html, reason) => {
    expect(follow(html)).toMatchObject({ match: 'lost', reason })
  })
})

describe('the newsrooms of the corpus', () => {
  it.each(readCorpus(FIXTURES).map((fixture) => [fixture.name, fixture] as const))('%s is read within the goals', (_, fixture) => {
    const figures = measure(fixture)
    expect(figures.isVerdictRight, figures.faults.join('\n')).toBe(true)
    expect(figures.right, figures.faults.join('\n')).toBeGreaterThanOrEqual(figures.wanted * 0.95)
    expect(figures.right, figures.faults.join('\n')).toBeGreaterThanOrEqual(figures.found * 0.95)
    expect(figures.titles).toBeGreaterThanOrEqual(figures.right * 0.97)
    expect(figures.dates).toBeGreaterThanOrEqual(figures.right * 0.95)
    if (figures.redesign !== null) expect(figures.redesign).toMatchObject({ lost: 0, doubled: 0 })
  })

  it('follows each of its own recipes', () => {
    for (const { gold, html } of readCorpus(FIXTURES)) {
      const about = { url: gold.url, now: nowOf(gold), readDate }
      const reading = readNewsroom(html, about)
      if (reading.kind !== 'list' || reading.candidates[0] === undefined) continue
      const followed = followRecipe(html, { ...about, recipe: reading.candidates[0].recipe, knownLinks: [] })
      expect(followed.match, gold.url).toBe('same')
    }
  })
})
