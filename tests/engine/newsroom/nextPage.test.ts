import { describe, expect, it } from 'vitest'
import { nextPageOf } from '../../../electron/engine/newsroom/nextPage.ts'
import { openPage } from '../../../electron/engine/newsroom/page.ts'
import type { EpochMs } from '../../../shared/time.ts'

function next(body: string, url = 'https://www.example.com/news/'): string | null {
  return nextPageOf(openPage(body, { url, now: 0 as EpochMs, readDate: () => null }))
}

describe('nextPageOf', () => {
  it.each<[string, string, string]>([
    ['<link rel="next" href="/news/page/2/">', 'https://www.example.com/news/', '/news/page/2/'],
    ['<a href="/news/?page=2">Older posts</a>', 'https://www.example.com/news/', '/news/?page=2'],
    ['<b>1</b><a href="?page=2">2</a><a href="?page=3">3</a>', 'https://www.example.com/news/', '/news/?page=2'],
    ['<a href="?page=1">1</a><b>2</b><a href="?page=3">3</a>', 'https://www.example.com/news/?page=2', '/news/?page=3'],
    ['<a href="index_2.html">下一页</a>', 'https://www.example.com/news/index.html', '/news/index_2.html'],
    ['<a href="index_3.html">下一页&gt;</a>', 'https://www.example.com/news/index_2.html', '/news/index_3.html'],
    ['<a href="list_2_3.html">3</a>', 'https://www.example.com/news/list_2_2.html', '/news/list_2_3.html'],
    ['<a href="/news/?p=2">次へ</a>', 'https://www.example.com/news/', '/news/?p=2'],
    ['<a href="/news?seite=2">Nächste Seite</a>', 'https://www.example.com/news', '/news?seite=2'],
    ['<a class="pager__next" href="?page=1"><i></i></a>', 'https://www.example.com/news?page=0', '/news?page=1'],
    ['<a href="?offset=20" aria-label="Next page"></a>', 'https://www.example.com/news', '/news?offset=20'],
  ])('finds %s', (body, url, wanted) => {
    expect(next(body, url)).toBe(`https://www.example.com${wanted}`)
  })

  it.each([
    ['a calendar', '<a class="next" href="/news/calendar/2027-01/">Next</a>'],
    ['a month', '<a class="next" href="/news/?month=2026-12">Next</a>'],
    ['a carousel', '<div class="swiper"><a class="swiper-next" href="/promo">Next</a></div>'],
    ['the page itself', '<a class="next" href="/news/">Next</a>'],
    ['a page without end', '<a class="next" href="/news/?page=4711">Next</a>'],
    ['another site', '<a rel="next" href="https://other.example.net/news/page/2">Next</a>'],
    ['a script', '<a rel="next" href="javascript:next()">Next</a>'],
  ])('does not follow %s (P06)', (_, body) => {
    expect(next(body)).toBeNull()
  })
  it('does not run back', () => {
    expect(next('<a class="next" href="?page=2">Next</a>', 'https://www.example.com/news/?page=3')).toBeNull()
  })
})
