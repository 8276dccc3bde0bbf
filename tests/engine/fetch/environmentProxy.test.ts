import { describe, expect, it } from 'vitest'
import { proxyFromEnvironment, type Environment } from '../../../electron/engine/fetch/environmentProxy.ts'

const office = { http_proxy: 'http://proxy.example:3128', https_proxy: 'http://secure.example:3129' }

describe('proxyFromEnvironment', () => {
  it.each<[Environment, string, string | null]>([
    [{}, 'https://news.example/', null],
    [office, 'http://news.example/feed.xml', 'http://proxy.example:3128/'],
    [office, 'https://news.example/feed.xml', 'http://secure.example:3129/'],
    [{ HTTPS_PROXY: 'http://proxy.example:3128' }, 'https://news.example/', 'http://proxy.example:3128/'],
    [{ ALL_PROXY: 'proxy.example:8080' }, 'https://news.example/', 'http://proxy.example:8080/'],
    [{ https_proxy: '', all_proxy: 'https://proxy.example' }, 'https://news.example/', 'https://proxy.example/'],
    [{ all_proxy: 'http://me:secret@proxy.example:1' }, 'http://news.example/', 'http://me:secret@proxy.example:1/'],
    [{ all_proxy: 'socks5://proxy.example:1080' }, 'https://news.example/', 'socks5://proxy.example:1080'],
    [{ all_proxy: 'socks5h://proxy.example:1080' }, 'https://news.example/', 'socks5://proxy.example:1080'],
    [{ all_proxy: 'socks4://proxy.example:1080' }, 'https://news.example/', 'socks4://proxy.example:1080'],
    [{ all_proxy: 'not a proxy' }, 'https://news.example/', null],
    [office, 'not an address', null],
  ])('of %o for %s: %s', async (environment, url, proxy) => {
    expect(await proxyFromEnvironment(environment)(url)).toBe(proxy)
  })

  it.each<[string, string, boolean]>([
    ['news.example', 'http://news.example/', true],
    ['.example', 'http://news.example/', true],
    ['*.example', 'http://news.example/', true],
    ['other.example, NEWS.example', 'http://news.example/', true],
    ['*', 'http://news.example/', true],
    ['news.example:80', 'http://news.example/', true],
    ['news.example:8080', 'http://news.example/', false],
    ['ews.example', 'http://news.example/', false],
    ['192.0.2.7', 'http://192.0.2.7/', true],
    ['', 'http://news.example/', false],
    [',', 'http://news.example/', false],
  ])('leaves %j of no_proxy out: %s goes direct: %s', async (exceptions, url, isDirect) => {
    expect(await proxyFromEnvironment({ ...office, no_proxy: exceptions })(url)).toBe(isDirect ? null : 'http://proxy.example:3128/')
  })

  it.each(['http://localhost:1200/', 'http://rss.localhost/', 'http://127.0.0.1:80/', 'http://[::1]:80/'])(
    'needs none for this computer: %s',
    async (url) => {
      expect(await proxyFromEnvironment(office)(url)).toBeNull()
    },
  )
})
