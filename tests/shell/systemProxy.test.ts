import { describe, expect, it } from 'vitest'
import { firstProxy, systemProxy } from '../../electron/shell/systemProxy.ts'

describe('firstProxy', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['HTTPS proxy.example:443; DIRECT', 'https://proxy.example:443'],
    ['SOCKS5 socks.example:1080; PROXY proxy.example:3128', 'socks5://socks.example:1080'],
    ['SOCKS socks.example:1080; PROXY proxy.example:3128', 'http://proxy.example:3128'],
    ['SOCKS socks.example:1080; DIRECT', null],
    ['DIRECT; PROXY proxy.example:3128', null],
    ['SOCKS4 socks.example:1080', 'socks4://socks.example:1080'],
    ['PROXY', null],
    ['', null],
  ])('of “%s” is %s', (list, proxy) => {
    expect(firstProxy(list)).toBe(proxy)
  })
})

describe('systemProxy', () => {
  it('asks for the very address', async () => {
    const asked: string[] = []
    const proxyFor = systemProxy(() => ({ resolveProxy: async (url) => (asked.push(url), 'PROXY 192.0.2.1:8') }))
    expect(await proxyFor('https://news.example/feed.xml')).toBe('http://192.0.2.1:8')
    expect(asked).toEqual(['https://news.example/feed.xml'])
  })
})
