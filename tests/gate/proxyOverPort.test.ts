import { describe, expect, it } from 'vitest'
import { answerProxies, proxyFromHost } from '../../electron/gate/proxyOverPort.ts'
import { line } from './portLine.ts'

describe('proxyFromHost and answerProxies', () => {
  it('carry each question to the host and its own answer back, whatever their order', async () => {
    const { host, engine } = line()
    const slow = Promise.withResolvers<string | null>()
    answerProxies(host, (url) => (url.includes('slow') ? slow.promise : Promise.resolve(`http://proxy.example/${url.length}`)))
    const proxyFor = proxyFromHost(engine)
    const first = proxyFor('https://slow.example/')
    expect(await proxyFor('https://a.example/')).toBe('http://proxy.example/18')
    slow.resolve(null)
    expect(await first).toBeNull()
  })

  it('know of no proxy where the host cannot find out', async () => {
    const { host, engine } = line()
    answerProxies(host, () => Promise.reject(new Error('no settings')))
    expect(await proxyFromHost(engine)('https://a.example/')).toBeNull()
  })

  it('know of no proxy where the host says nothing for five seconds', async () => {
    const { host, engine } = line()
    answerProxies(host, () => new Promise(() => undefined))
    const asked = performance.now()
    expect(await proxyFromHost(engine)('https://a.example/')).toBeNull()
    expect(performance.now() - asked).toBeGreaterThan(4_900)
  })
})
