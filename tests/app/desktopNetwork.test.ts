import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tracingMissing } from '../fixtures/systemCalls.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'

const missing = desktopMissing ?? tracingMissing
if (missing !== null) process.stderr.write(`\nThe test of Chromium's network is SKIPPED: ${missing}.\n\n`)

/** A host where nobody listens. All of them are of this computer, so that a wall that fell would harm nobody. */
const STRANGER = '127.0.0.9'
/** The proxy of the app's session, where nobody listens either. */
const NOWHERE = 'sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")'

describe.skipIf(missing !== null)('the network of the desktop app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-calls-'))
  const file = join(folder, 'calls')
  let near: Server
  let desktop: DesktopApp
  let asked = 0

  beforeAll(async () => {
    near = createServer((_, response) => void response.end(`${(asked += 1)}`))
    await new Promise<void>((resolve) => void near.listen(0, '127.0.0.1', resolve))
    desktop = await openDesktopApp({ args: ['--sample'], watcher })
    await desktop.page.locator('[data-row]').first().waitFor()
  }, 120_000)
  afterAll(async () => {
    await desktop?.close()
    near.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function watcher(executable: string): string {
    const program = join(folder, 'watched')
    const watch = `strace -f -qq -yy --seccomp-bpf -e trace=connect,sendto,sendmmsg -e signal=none -o '${file}'`
    writeFileSync(program, `#!/bin/sh\nexec ${watch} '${executable}' "$@"\n`, { mode: 0o755 })
    return program
  }

  /**
   * What any of the app's processes, for however short a time, sent or tried to send: a connection of TCP, or a packet of UDP. To connect a
   * socket of UDP sends nothing; Chromium asks in that way which of the computer's own addresses would be used.
   */
  const calls = (): string[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /connect\(\d+<TCP|send\w+\(\d+<UDP/.test(line))
  const callsSomewhere = (): string[] => calls().filter((line) => !line.includes(NOWHERE))
  const port = (): number => (near.address() as AddressInfo).port

  it('V02: is asked for nothing by the app itself, not even past the proxy', async () => {
    await setTimeout(2000)
    expect(calls()).toEqual([])
  })

  it('V02: has no name looked up for a hint', async () => {
    const log = join(folder, 'names')
    await desktop.app.evaluate(({ session }, path) => session.fromPartition('ui').netLog.startLogging(path), log)
    await desktop.page.evaluate(() => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'dns-prefetch', href: 'http://hinted.localhost/' }))
    })
    await setTimeout(1500)
    // What shows that a name would have been seen.
    await desktop.app.evaluate(({ session }) => session.fromPartition('ui').resolveHost('asked.localhost'))
    await desktop.app.evaluate(({ session }) => session.fromPartition('ui').netLog.stopLogging())
    const looked = [...new Set(readFileSync(log, 'utf8').match(/\w+\.localhost/g))]
    expect(looked).toEqual(['asked.localhost'])
  })

  it('V02: is not used by Chromium, whatever is read and whatever a page tries', async () => {
    for (const key of ['j', 'j', 'j']) {
      await desktop.page.keyboard.press(key)
      await desktop.page.frameLocator('iframe').locator('body').waitFor()
    }
    for (const host of [`127.0.0.1:${port()}`, `localhost:${port()}`, STRANGER]) await desktop.page.evaluate(tryToReach, host)
    await desktop.app.evaluate(tryFromMain, `http://127.0.0.1:${port()}/`)
    expect(callsSomewhere()).toEqual([])
    expect(asked).toBe(0)
  })

  // What shows that a call would have been seen.
  it('V02: would have been seen, if it was used', async () => {
    await desktop.app.evaluate((_, to) => {
      const { connect } = process.getBuiltinModule('node:net')
      return new Promise<void>((resolve) => void connect(to, '127.0.0.1', resolve).unref())
    }, port())
    await expect.poll(callsSomewhere).toEqual([expect.stringContaining(`sin_port=htons(${port()})`)])
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

/** Runs in the main process: what Chromium's own network would fetch for the app. */
async function tryFromMain({ session }: typeof Electron.CrossProcessExports, address: string): Promise<void> {
  await session
    .fromPartition('ui')
    .fetch(address)
    .catch(() => undefined)
  session.fromPartition('ui').preconnect({ url: address, numSockets: 2 })
  await new Promise((resolve) => void globalThis.setTimeout(resolve, 1000))
}
