import { createServer, request, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, rss, startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'

describe.skipIf(desktopMissing !== null)('a desktop app whose system has a proxy', () => {
  const through: string[] = []
  let publisher: NewsServer
  let proxy: Server
  let desktop: DesktopApp

  beforeAll(async () => {
    publisher = await startNewsServer()
    publisher.route('/feed.xml', rss('Harbour News', entries(0, 3)))
    proxy = startProxy(through)
    await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve))
    const { port } = proxy.address() as AddressInfo
    // The settings of the system, as Chromium takes them from its command line; publishers of tests are on loopback.
    const system = [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>']
    desktop = await openDesktopApp({ args: ['--allow-private', ...system] })
  })
  afterAll(async () => {
    await desktop?.close()
    proxy.closeAllConnections()
    proxy.close()
    await publisher.close()
  })

  it('fetches by way of it', async () => {
    await desktop.page.getByRole('textbox').first().fill(`${publisher.url}/feed.xml`)
    await desktop.page.keyboard.press('Enter')
    await desktop.page.getByRole('button', { name: 'Follow', exact: true }).first().click()
    await desktop.page.getByText('Port trial number 2').first().waitFor()
    expect(through).toContain(new URL(publisher.url).host)
    expect(publisher.asked('/feed.xml').length).toBeGreaterThan(0)
  })
})

/** A proxy that notes the hosts it is asked for, by either of HTTP's two ways. */
function startProxy(through: string[]): Server {
  const proxy = createServer((asked, answer) => {
    const url = new URL(asked.url ?? '')
    through.push(url.host)
    asked.pipe(
      request(url, { method: asked.method, headers: asked.headers }, (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      }),
    )
  })
  proxy.on('connect', (asked, socket, head) => {
    const [host = '', port = ''] = (asked.url ?? '').split(':')
    through.push(asked.url ?? '')
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.write(head)
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  return proxy
}
