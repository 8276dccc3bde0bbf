import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { notificationText } from '../../electron/shell/notificationText.ts'
import { notificationWords } from '../../electron/shell/notificationWords.ts'
import { createVisits, type VisitedPage } from '../../electron/shell/visits.ts'
import type { Visit } from '../../shared/visit.ts'

const english = notificationWords('en-GB')

function rows(count: number) {
  return Array.from({ length: count }, (_, place) => ({ id: `a${place}`, title: `Title ${place}`, sourceTitle: 'Telecom Weekly' }))
}

function body(count: number, isSummary = false) {
  return { articleIds: rows(count).map((row) => row.id), count, isSummary }
}

describe('notificationText', () => {
  it('says who and what of one article, and leads to it', () => {
    expect(notificationText(body(1), rows(1), english)).toEqual({
      title: 'Telecom Weekly',
      body: 'Title 0',
      visit: { kind: 'article', id: 'a0' },
    })
  })

  it('names the first four of many, counts the rest, and leads to what is watched', () => {
    expect(notificationText(body(9), rows(4), english)).toEqual({
      title: '9 watched articles',
      body: 'Title 0\nTitle 1\nTitle 2\nTitle 3\nand 5 more',
      visit: { kind: 'watching' },
    })
    expect(notificationText(body(3), rows(3), english)?.body).toBe('Title 0\nTitle 1\nTitle 2')
  })

  it('says that it was withheld, and in Chinese', () => {
    expect(notificationText(body(1, true), rows(1), english)?.title).toBe('1 watched article came in your quiet hours')
    expect(notificationText(body(9, true), rows(4), notificationWords('zh-CN'))).toMatchObject({
      title: '勿扰时段内监看到 9 篇文章',
      body: expect.stringContaining('以及另外 5 篇'),
    })
  })

  it('says nothing where the articles are gone', () => {
    expect(notificationText(body(1), [], english)).toBeNull()
  })

  it('X01 hands no markup on, and cuts what is long', () => {
    const [row] = rows(1)
    const hostile = { ...row!, title: `<img src=x onerror=alert(1)> & <b>bold</b> ${'long '.repeat(60)}`, sourceTitle: '<a href="x">S</a>' }
    const text = notificationText(body(1), [hostile], english)
    expect(`${text?.title}${text?.body}`).not.toMatch(/[<>&]/)
    expect(text?.body.length).toBeLessThanOrEqual(120)
  })
})

/** A page as Electron has one, and what was sent to it. */
function page(id: number) {
  const sent: Visit[] = []
  const emitter = new EventEmitter()
  const send = (_channel: string, visit: Visit): void => void sent.push(visit)
  return { sent, emitter, page: Object.assign(emitter, { id, send }) as unknown as VisitedPage }
}

describe('createVisits', () => {
  it('leads a page that listens, and brings its window forward', () => {
    const { page: one, sent } = page(1)
    let shown = 0
    const visits = createVisits(
      () => (shown += 1),
      () => one,
    )
    visits.listen(one)
    visits.lead({ kind: 'article', id: 'a1' })
    expect([shown, sent]).toEqual([1, [{ kind: 'article', id: 'a1' }]])
  })

  it('waits for a window that opens, and for a page that is loaded again; the last place wins', () => {
    const { page: one, sent, emitter } = page(1)
    let current: VisitedPage | null = null
    const visits = createVisits(
      () => (current = one),
      () => current,
    )
    visits.lead({ kind: 'watching' })
    expect(sent).toEqual([])
    visits.listen(one)
    expect(sent).toEqual([{ kind: 'watching' }])
    emitter.emit('did-navigate')
    visits.lead({ kind: 'article', id: 'a1' })
    visits.lead({ kind: 'article', id: 'a2' })
    expect(sent).toHaveLength(1)
    visits.listen(one)
    expect(sent.at(-1)).toEqual({ kind: 'article', id: 'a2' })
  })
})
