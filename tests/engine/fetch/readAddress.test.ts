import { describe, expect, it } from 'vitest'
import { isAddress, readAddress } from '../../../electron/engine/fetch/readAddress.ts'

describe('readAddress', () => {
  it.each([
    ['https://news.example/feed', 'https://news.example/feed'],
    ['  http://news.example  ', 'http://news.example/'],
    ['<https://news.example/>', 'https://news.example/'],
    ['news.example', 'https://news.example/'],
    ['news.example:8080/a?b=c#d', 'https://news.example:8080/a?b=c'],
    ['//news.example/feed', 'https://news.example/feed'],
    ['News.Example/Feed', 'https://news.example/Feed'],
    ['bücher.example/x', 'https://xn--bcher-kva.example/x'],
    ['https://新闻.example/源', 'https://xn--efvy88h.example/%E6%BA%90'],
    ['feed:https://news.example/feed', 'https://news.example/feed'],
    ['feed:http://news.example/feed', 'http://news.example/feed'],
    ['feed://news.example/feed', 'http://news.example/feed'],
    ['feeds://news.example/feed', 'https://news.example/feed'],
    ['FEED:news.example', 'https://news.example/'],
    ['localhost', 'http://localhost/'],
    ['localhost:3000/feed', 'http://localhost:3000/feed'],
    ['127.0.0.1:8123/feed', 'http://127.0.0.1:8123/feed'],
    ['192.168.1.5/feed', 'http://192.168.1.5/feed'],
    ['[::1]:8080', 'http://[::1]:8080/'],
    ['8.8.8.8', 'https://8.8.8.8/'],
    ['http://intranet/feed', 'http://intranet/feed'],
    ['sample:', 'sample:'],
    ['sample://host/news/', 'sample://host/news/'],
    ['feed:sample://host/news/', 'sample://host/news/'],
  ])('reads %s', (typed, address) => {
    expect(readAddress(typed)).toEqual({ ok: true, value: address })
    expect(isAddress(typed)).toBe(true)
  })

  it.each([
    '',
    '   ',
    'news',
    'javascript:alert(1)',
    'JavaScript:alert(1)//.example',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'feed:file:///etc/passwd',
    'feed:javascript:alert(1)',
    'ftp://news.example/',
    'mailto:me@news.example',
    'me@news.example',
    'https://me:secret@news.example/',
    'https://me@news.example/',
    'two words.example',
    'https://news.example/a b',
    'https://news.example/a\tb',
    'https:\\\\news.example',
    'https://',
    'http://?x',
    'http://256.1.1.1/',
    'news.example:99999',
    '/news/feed.xml',
    `https://news.example/${'a'.repeat(9_000)}`,
  ])('refuses “%s”', (typed) => {
    expect(readAddress(typed)).toMatchObject({ ok: false, failure: { kind: 'not-an-address' } })
  })

  it('repeats no password in its failure', () => {
    expect(JSON.stringify(readAddress('https://me:secret@news.example/'))).not.toContain('secret')
  })
})
