import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { settingsSchema } from '../../shared/settings.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { lineSplitter } from '../../renderer/bridge/eventStream.ts'
import { mayBeOpened } from '../../renderer/bridge/addresses.ts'
import { isOffered, offer, perform } from '../../renderer/state/actionDesk.ts'
import { whatGrowsOld } from '../../renderer/state/events.ts'
import { keepInPages, patchPages, patchRows, loadedIds } from '../../renderer/state/patches.ts'
import { rememberUndo, takeUndo, tell, useNotices } from '../../renderer/state/notices.ts'
import { atArticle, atView, firstPlace, isSameView, isWholePage, placeOf } from '../../renderer/state/place.ts'
import { queryKeys } from '../../renderer/state/queryKeys.ts'
import { builtInSettings } from '../../renderer/state/settings.ts'
import type { ListPages } from '../../renderer/state/articles.ts'
import type { EpochMs } from '../../shared/time.ts'
import { fakeNews } from './fakeNews.ts'

const { articles } = fakeNews(1_795_000_000_000 as EpochMs)
const pages: ListPages = {
  pages: [
    { articles: articles.slice(0, 3), next: '3', total: 6, askedAt: 1 },
    { articles: articles.slice(3, 6), next: null, total: 6, askedAt: 2 },
  ],
  pageParams: [null, '3'],
}

describe('builtInSettings', () => {
  it('are the defaults of the schema', () => {
    expect(builtInSettings).toEqual(settingsSchema.parse({}))
  })
})

describe('whatGrowsOld', () => {
  it.each<[EngineEvent, readonly string[]]>([
    [{ name: 'sourcesChanged', body: { sourceIds: null } }, ['sources']],
    [{ name: 'articlesArrived', body: { sourceIds: ['a'] } }, ['sources', 'arrived', 'total', 'company']],
    [
      { name: 'articlesGone', body: {} },
      ['sources', 'total', 'company', 'companies', 'related', 'search', 'retention', 'rules', 'keptSearchCounts'],
    ],
    [{ name: 'articlesChanged', body: { articleIds: ['a'] } }, ['sources', 'total', 'offline', 'rules', 'keptSearchCounts']],
    [{ name: 'savedChanged', body: {} }, ['saved', 'savedFacets', 'collections', 'total', 'search', 'keptSearchCounts']],
    [{ name: 'companiesChanged', body: {} }, ['companies', 'company', 'related', 'arrived']],
    [{ name: 'rulesChanged', body: {} }, ['rules', 'total']],
    [{ name: 'watchCaught', body: { articleIds: ['a'], count: 1, isSummary: false } }, []],
    [{ name: 'settingsChanged', body: {} }, ['settings']],
    [{ name: 'refreshProgress', body: { isRunning: true, done: 1, total: 2 } }, []],
    [{ name: 'statusChanged', body: {} }, ['status', 'search', 'keptSearchCounts']],
  ])('after %o: %s', (event, kinds) => {
    expect(whatGrowsOld(event)).toEqual(kinds)
  })

  it('never makes a list old, so that nothing jumps', () => {
    const names = [
      'sourcesChanged',
      'articlesArrived',
      'articlesChanged',
      'savedChanged',
      'companiesChanged',
      'settingsChanged',
      'statusChanged',
    ] as const
    for (const name of names) expect(whatGrowsOld({ name, body: {} } as EngineEvent)).not.toContain('list')
  })
})

describe('keepInPages', () => {
  it('leaves out the rows that are gone, and is the same object where none is', () => {
    const ids = new Set(pages.pages.flatMap((page) => page.articles).map((row) => row.id))
    expect(keepInPages(pages, ids)).toBe(pages)
    const gone = pages.pages[1]?.articles[0]?.id ?? ''
    ids.delete(gone)
    expect(keepInPages(pages, ids).pages.map((page) => page.articles.length)).toEqual([3, 2])
  })
})

describe('patchPages', () => {
  it('changes the row of an id in its place, and no other object', () => {
    const patched = patchPages(pages, (row) => (row.id === 'article-4' ? { isSaved: true } : null))
    expect(patched.pages[1]?.articles[1]?.isSaved).toBe(true)
    expect(patched.pages[0]).toBe(pages.pages[0])
    expect(patched.pages[1]?.articles[0]).toBe(pages.pages[1]?.articles[0])
  })

  it('is the same object where nothing changes', () => {
    expect(patchPages(pages, () => null)).toBe(pages)
    expect(patchPages(pages, (row) => ({ isRead: row.isRead }))).toBe(pages)
  })
})

describe('patchRows', () => {
  it('reaches lists, searches, related news and the open article', () => {
    const client = new QueryClient()
    const [first] = articles
    client.setQueryData(queryKeys.list({ view: 'all' }, 'newest'), pages)
    client.setQueryData(queryKeys.related('article-9'), [{ article: first, reason: { kind: 'same-story', words: [] } }])
    client.setQueryData(queryKeys.article('article-0', null), first)
    patchRows(client, (row) => (row.id === 'article-0' ? { title: 'Changed' } : null))
    expect(client.getQueryData<ListPages>(queryKeys.list({ view: 'all' }, 'newest'))?.pages[0]?.articles[0]?.title).toBe('Changed')
    expect(client.getQueryData<{ article: { title: string } }[]>(queryKeys.related('article-9'))?.[0]?.article.title).toBe('Changed')
    expect(client.getQueryData<{ title: string }>(queryKeys.article('article-0', null))?.title).toBe('Changed')
    expect(loadedIds(client).size).toBe(6)
  })
})

describe('place', () => {
  it('begins a view with nothing chosen and the list in front', () => {
    expect(atView({ kind: 'health' })).toEqual({ view: { kind: 'health' }, articleId: null, front: 'list' })
  })

  it('brings an article to the front only where a person opens it', () => {
    expect(atArticle(firstPlace, 'a', false).front).toBe('list')
    expect(atArticle(firstPlace, 'a', true).front).toBe('article')
  })

  it('knows equal views whatever the order of their fields', () => {
    const one = { kind: 'list', scope: { view: 'all', sourceId: 'a' } } as const
    const other = { scope: { sourceId: 'a', view: 'all' }, kind: 'list' } as const
    expect(isSameView(one, other)).toBe(true)
    expect(isSameView(one, { kind: 'list', scope: { view: 'all' } })).toBe(false)
    expect(isSameView({ kind: 'saved', tag: null }, { kind: 'saved', tag: 'bid' })).toBe(false)
  })

  it('shows a company over the whole width until one of its articles is open', () => {
    const company = atView({ kind: 'company', id: 'sintai' })
    expect(isWholePage(company)).toBe(true)
    expect(isWholePage(atArticle(company, 'a', true))).toBe(false)
    expect(isWholePage(firstPlace)).toBe(false)
    expect(isSameView({ kind: 'company', id: 'a' }, { kind: 'company', id: 'a', news: 'mentions' })).toBe(true)
    expect(isSameView({ kind: 'company', id: 'a' }, { kind: 'company', id: 'b' })).toBe(false)
  })

  it('reads only its own entries of the history', () => {
    expect(placeOf(null)).toBeNull()
    expect(placeOf({ other: 1 })).toBeNull()
    expect(placeOf({ place: firstPlace })).toEqual(firstPlace)
  })
})

describe('the action desk', () => {
  it('gives an action to the last that offers it, and back again', () => {
    const done: string[] = []
    const leaveFirst = offer('print', () => done.push('first'))
    const leaveSecond = offer('print', () => done.push('second'))
    perform('print')
    leaveSecond()
    perform('print')
    leaveFirst()
    expect(done).toEqual(['second', 'first'])
    expect(isOffered('print')).toBe(false)
    expect(perform('print')).toBe(false)
  })
})

describe('takeUndo', () => {
  it('takes back the newest first, and takes its message away', () => {
    rememberUndo('one')
    tell('toast.unsaved', undefined, 'two')
    expect(useNotices.getState().shown).toHaveLength(1)
    expect(takeUndo()).toBe('two')
    expect(useNotices.getState().shown).toHaveLength(0)
    expect(takeUndo()).toBe('one')
    expect(takeUndo()).toBeNull()
  })
})

describe('lineSplitter', () => {
  it('gives whole lines however the stream is cut, and leaves out the empty ones', () => {
    const lines: string[] = []
    const feed = lineSplitter((line) => lines.push(line))
    for (const piece of ['\n{"a"', ':1}\n\n{"b":2}', '\n{"c"']) feed(piece)
    expect(lines).toEqual(['{"a":1}', '{"b":2}'])
  })
})

describe('mayBeOpened', () => {
  it.each([
    ['https://a.example/x?y#z', true],
    ['http://a.example/', true],
    ['mailto:desk@a.example', true],
    ['mailto:desk@a.example?subject=x', false],
    ['https://user:word@a.example/', false],
    ['javascript:alert(1)', false],
    ['file:///etc/passwd', false],
    ['data:text/html,x', false],
    ['//a.example', false],
    ['', false],
  ])('X04: %s: %s', (url, may) => {
    expect(mayBeOpened(url)).toBe(may)
  })
})
