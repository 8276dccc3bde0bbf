import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { desktopMissing, openDesktopApp } from './electronApp.ts'

/** A host where nobody listens. All of them are of this computer, so that a wall that fell would harm nobody. */
const STRANGER = '127.0.0.9'
/** The proxy of the app's session, where nobody listens either. */
const NOWHERE = '127.0.0.1:9'

/** What Chromium wrote down of its network, from its start to its end. */
interface NetworkLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

describe.skipIf(desktopMissing !== null)('the network of the desktop app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-network-'))
  let publisher: NewsServer
  let log: NetworkLog

  beforeAll(async () => {
    publisher = await startNewsServer()
    const file = join(folder, 'log')
    const desktop = await openDesktopApp({ args: ['--sample', `--log-net-log=${file}`] })
    try {
      await desktop.page.locator('[data-row]').first().waitFor()
      for (const key of ['j', 'j', 'j']) {
        await desktop.page.keyboard.press(key)
        await desktop.page.frameLocator('iframe').locator('body').waitFor()
      }
      const near = new URL(publisher.url).host
      for (const host of [near, near.replace('127.0.0.1', 'named.localhost'), STRANGER]) await desktop.page.evaluate(tryToReach, host)
      await desktop.app.evaluate(tryFromMain, publisher.url)
      await setTimeout(1000)
    } finally {
      await desktop.close()
    }
    log = JSON.parse(readFileSync(file, 'utf8')) as NetworkLog
  })
  afterAll(async () => {
    await publisher?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** One thing of every event of a name; an event's end repeats little of what its begin said. */
  function noted(event: string, what: string): string[] {
    const type = log.constants.logEventTypes[event]
    expect(type).toBeDefined()
    return log.events.flatMap(({ type: of, params = {} }) => (of === type && what in params ? [String(params[what])] : []))
  }

  it('V02: has Chromium connect to nothing but the proxy that leads nowhere, and for nothing that was not tried', () => {
    expect(noted('URL_REQUEST_START_JOB', 'url').filter((url) => !url.startsWith(publisher.url))).toEqual([])
    expect(new Set(noted('TCP_CONNECT_ATTEMPT', 'address'))).toEqual(new Set([NOWHERE]))
    expect(publisher.asked()).toEqual([])
  })

  it('V02: has Chromium send no packet, by a call between browsers or otherwise', () => {
    expect(noted('UDP_BYTES_SENT', 'byte_count')).toEqual([])
  })

  it('V02: has Chromium look up no name, for a hint or anything else', () => {
    expect(noted('HOST_RESOLVER_MANAGER_REQUEST', 'host').filter((host) => host !== NOWHERE)).toEqual([])
  })
})

/** Runs in the page: every way that a page has of reaching a host, none of which may. */
async function tryToReach(host: string): Promise<void> {
  const ways: (() => unknown)[] = [
    () => fetch(`http://${host}/fetch`, { mode: 'no-cors' }).catch(() => undefined),
    () => navigator.sendBeacon(`http://${host}/beacon`, 'x'),
    () => new WebSocket(`ws://${host}/socket`),
    () => new EventSource(`http://${host}/events`),
    () => (new Image().src = `http://${host}/picture.png`),
    () => new Worker(`http://${host}/worker.js`),
    () => import(`http://${host}/module.js`).catch(() => undefined),
    ...['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'stylesheet', 'icon', 'manifest', 'modulepreload'].map((rel) => () => {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `http://${host}/${rel}`, as: 'image' }))
    }),
    ...['iframe', 'embed', 'object', 'video', 'script'].map((name) => () => {
      const element = document.createElement(name)
      element.setAttribute(name === 'object' ? 'data' : 'src', `http://${host}/${name}`)
      document.body.append(element)
    }),
    () => new WebTransport(`https://${host}/transport`).closed.catch(() => undefined),
    async () => {
      const turn = { urls: `turn:${host}?transport=tcp`, username: 'x', credential: 'x' }
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:${host}` }, turn] })
      connection.createDataChannel('x')
      await connection.setLocalDescription(await connection.createOffer())
    },
  ]
  for (const way of ways) {
    try {
      await way()
    } catch {
      // Refused at once.
    }
  }
  await new Promise((resolve) => void window.setTimeout(resolve, 1500))
}

/** Runs in the main process: what Chromium's own network would fetch for the app, had it no proxy that leads nowhere. */
async function tryFromMain({ session }: typeof Electron.CrossProcessExports, address: string): Promise<void> {
  await session
    .fromPartition('ui')
    .fetch(address)
    .catch(() => undefined)
  session.fromPartition('ui').preconnect({ url: address, numSockets: 2 })
}
