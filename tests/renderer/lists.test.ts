import { describe, expect, it } from 'vitest'
import { splitByMarks } from '../../renderer/parts/splitByMarks.ts'
import { monogram } from '../../renderer/parts/monogram.ts'
import { completedTags, parseTags } from '../../renderer/parts/tags.ts'
import { neighbour, nextUnread } from '../../renderer/state/listing.ts'
import { foldersOf, unreadCounts } from '../../renderer/state/sources.ts'
import { dayAbove, withDayAbove } from '../../renderer/timeline/dayAbove.ts'
import { dayGroups, dayKind, startOfDay } from '../../renderer/timeline/dayGroups.ts'
import type { EpochMs } from '../../shared/time.ts'
import { fakeNews } from './fakeNews.ts'

const now = new Date(2026, 10, 23, 14, 5).getTime() as EpochMs
const news = fakeNews(now)

describe('dayGroups', () => {
  it('names each day once, before its first article', () => {
    const items = dayGroups(news.articles)
    const days = items.filter((item) => item.kind === 'day')
    expect(items[0]?.kind).toBe('day')
    expect(new Set(days.map((item) => item.key)).size).toBe(days.length)
    expect(items.filter((item) => item.kind === 'row')).toHaveLength(news.articles.length)
  })

  it('parts articles at midnight of this computer’s clock', () => {
    const [article] = news.articles
    const before = { ...article!, id: 'before', listedAt: (startOfDay(now) - 1) as EpochMs }
    const after = { ...article!, id: 'after', listedAt: startOfDay(now) as EpochMs }
    expect(dayGroups([after, before]).map((item) => item.kind)).toEqual(['day', 'row', 'day', 'row'])
  })

  it('gives nothing for nothing', () => {
    expect(dayGroups([])).toEqual([])
  })
})

describe('dayKind', () => {
  it.each([
    [new Date(2026, 10, 23), 'today'],
    [new Date(2026, 10, 22), 'yesterday'],
    [new Date(2026, 10, 21), 'other'],
    [new Date(2026, 10, 24), 'other'],
  ])('calls %s %s', (day, kind) => {
    expect(dayKind(day.getTime(), now)).toBe(kind)
  })
})

describe('dayAbove', () => {
  const items = dayGroups(news.articles)
  const second = items.findIndex((item, index) => index > 0 && item.kind === 'day')

  it('is the name of the day that a line stands under, and a name’s own place', () => {
    expect(dayAbove(items, 1)).toBe(0)
    expect(dayAbove(items, second - 1)).toBe(0)
    expect(dayAbove(items, second)).toBe(second)
    expect(dayAbove([], 0)).toBe(-1)
  })

  it('is drawn with the lines in sight, once, however far above it stands', () => {
    const range = { startIndex: second + 4, endIndex: second + 6, overscan: 1, count: items.length }
    expect(withDayAbove(items, range)).toEqual([second, second + 3, second + 4, second + 5, second + 6, second + 7])
    expect(withDayAbove(items, { ...range, startIndex: 1, endIndex: 2 })).toEqual([0, 1, 2, 3])
  })
})

describe('splitByMarks', () => {
  it.each([
    ['no marks', 'fibre', [], ['fibre']],
    ['a mark within', 'the fibre road', [[4, 9]], ['the ', '[fibre]', ' road']],
    [
      'marks at both ends',
      'abc',
      [
        [0, 1],
        [2, 3],
      ],
      ['[a]', 'b', '[c]'],
    ],
    [
      'marks out of order',
      'abc',
      [
        [2, 3],
        [0, 1],
      ],
      ['[a]', 'b', '[c]'],
    ],
    [
      'overlapping marks',
      'abcd',
      [
        [0, 3],
        [1, 4],
      ],
      ['[abc]', '[d]'],
    ],
    ['a mark beyond the end', 'abc', [[2, 99]], ['ab', '[c]']],
    ['an empty mark', 'abc', [[1, 1]], ['a', 'bc']],
  ] as const)('cuts text with %s', (_name, text, marks, pieces) => {
    expect(splitByMarks(text, marks).map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))).toEqual(pieces)
  })
})

describe('neighbour', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id, isRead: id === 'b' }))

  it('goes one row on or back, and begins at the first', () => {
    expect(neighbour(rows, null, 1)?.id).toBe('a')
    expect(neighbour(rows, 'a', 1)?.id).toBe('b')
    expect(neighbour(rows, 'c', -1)?.id).toBe('b')
  })

  it('stops at the ends', () => {
    expect(neighbour(rows, 'c', 1)).toBeNull()
    expect(neighbour(rows, 'a', -1)).toBeNull()
    expect(neighbour([], null, 1)).toBeNull()
  })

  it('finds the next unread row, from the top again after the last', () => {
    expect(nextUnread(rows, 'a')?.id).toBe('c')
    expect(nextUnread(rows, 'c')?.id).toBe('a')
    expect(nextUnread([{ id: 'a', isRead: false }], 'a')).toBeNull()
  })
})

describe('foldersOf', () => {
  it('sorts folders by name and puts the sources outside last', () => {
    expect(foldersOf(news.sources, 'en').map((folder) => folder.name)).toEqual(['Customers', 'Regulators', 'Trade press', '中文', null])
  })

  it('counts what is unread in each', () => {
    const total = foldersOf(news.sources, 'en').reduce((sum, folder) => sum + folder.unread, 0)
    expect(total).toBe(unreadCounts(news.sources).all)
    expect(unreadCounts(news.sources).company + unreadCounts(news.sources).industry).toBe(total)
  })
})

describe('monogram', () => {
  it.each([
    ['Sintai Communication', 'SC'],
    ['The Fibre Letter', 'TF'],
    ['newsdesk', 'N'],
    ['通信产业观察', '通'],
    ['5G Now', '5N'],
    ['', '·'],
    ['***', '·'],
  ])('of %s is %s', (name, letters) => {
    expect(monogram(name)).toBe(letters)
  })
})

describe('parseTags', () => {
  it('parts at Western and Chinese commas, trims, and keeps each tag once', () => {
    expect(parseTags(' bid, 接地，bid;  earthing 、')).toEqual(['bid', '接地', 'earthing'])
  })
})

describe('completedTags', () => {
  it.each([
    ['', ['bid', '码头']],
    ['b', ['bid', '码头']],
    ['bid, ', ['bid, 码头']],
    ['quay， bid、', ['quay, bid, 码头']],
  ])('completes %j to %j', (typed, completed) => {
    expect(completedTags(typed, ['bid', '码头'])).toEqual(completed)
  })
})
