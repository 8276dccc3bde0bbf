import { describe, expect, it } from 'vitest'
import { canonicalLink } from '../../../electron/engine/article/canonicalLink.ts'
import { identify, type IdentifiedEntry } from '../../../electron/engine/article/identity.ts'
import type { EpochMs } from '../../../shared/time.ts'

const DAY = Date.UTC(2024, 4, 1) as EpochMs
const entry = (parts: Partial<IdentifiedEntry>): IdentifiedEntry => ({
  rawId: null,
  link: null,
  title: 'Title',
  publishedAt: null,
  ...parts,
})
const keys = (...entries: Partial<IdentifiedEntry>[]): string[] => identify(entries.map(entry)).map(({ identityKey }) => identityKey)

describe('canonicalLink', () => {
  it.each([
    ['https://a.example/x'],
    ['http://a.example/x'],
    ['HTTPS://WWW.A.Example/x'],
    ['https://a.example:443/x/'],
    ['http://a.example:80/x'],
    ['https://a.example./x'],
    ['https://a.example/x#comments'],
    ['https://a.example/x?utm_source=rss&utm_medium=feed'],
    ['https://a.example/x?fbclid=1&gclid=2&mc_cid=3&MC_EID=4'],
    ['https://a.example/x/index.html'],
    ['https://a.example/x/index.php?utm%5Fsource=1'],
    ['https://user:secret@a.example/x'],
    ['  https://a.example/x  '],
  ])('F13: %s is the same page', (url) => expect(canonicalLink(url)).toBe('https://a.example/x'))

  it.each([
    ['https://a.example/x?id=7&utm_source=rss', 'https://a.example/x?id=7'],
    ['https://a.example/X', 'https://a.example/X'],
    ['https://a.example:8080/x', 'https://a.example:8080/x'],
    ['https://a.example/#!/news/1', 'https://a.example#!/news/1'],
    ['https://a.example/#/news/1', 'https://a.example#/news/1'],
    ['https://a.example/', 'https://a.example'],
    ['https://a.example/x?a=1&&b=%zz', 'https://a.example/x?a=1&b=%zz'],
  ])('%s stays apart as %s', (url, expected) => expect(canonicalLink(url)).toBe(expected))

  it.each(['', 'x', '/x', 'mailto:a@b.example', 'javascript:x', 'https://', 'ftp://a.example/x'])('has no key for %s', (url) => {
    expect(canonicalLink(url)).toBeNull()
  })
})

describe('identify', () => {
  it('F13: takes the id first, whatever the link and title become', () => {
    expect(keys({ rawId: ' 7 ', link: 'https://a.example/x' })).toEqual(keys({ rawId: '7', link: 'https://a.example/y', title: 'Other' }))
  })

  it('F13: adds the link where one document gives an id to several articles', () => {
    const [one, two] = keys({ rawId: '1', link: 'https://a.example/x' }, { rawId: '1', link: 'https://a.example/y' })
    expect(one).not.toBe(two)
    expect(one).toBe('id:1 https://a.example/x')
  })

  it('F13: adds title and day where several articles share an id and have no link', () => {
    expect(new Set(keys({ rawId: '1', title: 'A' }, { rawId: '1', title: 'B' })).size).toBe(2)
  })

  it('F13: the same article twice has one key', () => {
    expect(new Set(keys({ rawId: '1', link: 'https://a.example/x' }, { rawId: '1', link: 'https://www.a.example/x/' })).size).toBe(1)
  })

  it('F13: takes the canonical link where the id is missing or empty', () => {
    expect(keys({ link: 'http://www.a.example/x?utm_source=1' }, { rawId: ' \u0000', link: 'https://a.example/y' })).toEqual([
      'link:https://a.example/x',
      'link:https://a.example/y',
    ])
  })

  it('F13: a link that different titles share does not make them one article', () => {
    const shared = [
      { link: 'https://a.example/news', title: 'A' },
      { link: 'https://a.example/news', title: 'B' },
    ]
    expect(new Set(keys(...shared)).size).toBe(2)
    expect(identify(shared.map(entry)).map(({ linkKey }) => linkKey)).toEqual([null, null])
  })

  it('F13: takes title and day last', () => {
    expect(keys({ publishedAt: DAY })).toEqual(keys({ publishedAt: (DAY + 3_600_000) as EpochMs }))
    expect(keys({ publishedAt: DAY })).not.toEqual(keys({ publishedAt: (DAY + 86_400_000) as EpochMs }))
  })

  it('F13: is the same at every poll', () => {
    const feed = [
      { rawId: '1', link: 'https://a.example/x' },
      { rawId: '1', link: 'https://a.example/y' },
      { link: 'https://a.example/z' },
      { title: 'T' },
    ]
    expect(new Set(Array.from({ length: 20 }, () => JSON.stringify(keys(...feed)))).size).toBe(1)
  })

  it('F18: hashes keys longer than 2,048 characters', () => {
    const [long, other] = keys({ rawId: 'x'.repeat(100_000) }, { rawId: `${'x'.repeat(99_999)}y` })
    expect(long).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(other).not.toBe(long)
    expect(identify([entry({ link: `https://a.example/${'y'.repeat(70_000)}` })])[0]?.linkKey).toMatch(/^sha256:/)
  })

  it('gives a second key that a changed id does not touch', () => {
    const [{ linkKey } = { linkKey: null }] = identify([entry({ rawId: 'new', link: 'http://a.example/x#top' })])
    expect(linkKey).toBe('https://a.example/x')
  })

  it('F13: gives no second key for a front page', () => {
    expect(identify([entry({ rawId: '1', link: 'https://a.example/' })])[0]?.linkKey).toBeNull()
  })
})
