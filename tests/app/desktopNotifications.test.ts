import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, rss, startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { desktopMissing, openDesktopApp, type DesktopApp } from './electronApp.ts'

/** What the app gave the system to show, as the main process remembers it for this test. */
interface Remembered {
  shown: { title: string; body: string; emit: (event: string) => boolean }[]
}

describe.skipIf(desktopMissing !== null)('notifications of the desktop app', () => {
  let desktop: DesktopApp
  let server: NewsServer
  beforeAll(async () => {
    server = await startNewsServer()
    desktop = await openDesktopApp({ args: ['--allow-private'] })
    await rememberNotifications(desktop)
  })
  afterAll(async () => {
    await desktop?.close()
    await server?.close()
  })

  it('tell of one article by its title, and a click opens it', async () => {
    publish(server, 2)
    await ask(desktop, 'addSource', { address: `${server.url}/feed.xml` })
    await ask(desktop, 'keepRule', { rule: { name: 'Cranes', conditions: [{ kind: 'word', words: 'crane' }], actions: ['notify'] } })
    publish(server, 3)
    await ask(desktop, 'refresh', { force: true })
    await expect.poll(() => shown(desktop), { timeout: 15_000 }).toEqual([{ title: 'Harbour News', body: 'A crane, number 2' }])
    await click(desktop, 0)
    await desktop.page.getByRole('heading', { level: 1, name: 'Watching' }).waitFor()
    await desktop.page.getByRole('heading', { name: 'A crane, number 2' }).waitFor()
  })

  it('tell of many together, and a click shows what is watched', async () => {
    await desktop.page.keyboard.press('g')
    await desktop.page.keyboard.press('a')
    await desktop.page.getByRole('heading', { level: 1, name: 'All articles' }).waitFor()
    publish(server, 9)
    await ask(desktop, 'refresh', { force: true })
    await expect.poll(async () => (await shown(desktop)).at(1)?.title, { timeout: 15_000 }).toBe('6 watched articles')
    expect((await shown(desktop)).at(1)?.body.split('\n').at(-1)).toBe('and 2 more')
    await click(desktop, 1)
    await desktop.page.getByRole('heading', { level: 1, name: 'Watching' }).waitFor()
  })

  it('open a window again where it was closed', async () => {
    await desktop.page.keyboard.press('g')
    await desktop.page.keyboard.press('a')
    await desktop.app.evaluate(({ app, BrowserWindow }) => {
      app.removeAllListeners('window-all-closed')
      app.on('window-all-closed', () => undefined)
      BrowserWindow.getAllWindows()[0]?.close()
    })
    await expect.poll(() => desktop.app.windows().length).toBe(0)
    await click(desktop, 0)
    const page = await desktop.app.waitForEvent('window')
    await page.getByRole('heading', { name: 'A crane, number 2' }).waitFor()
  })
})

const STARTED = Date.now()

function about(number: number) {
  return { title: `A crane, number ${number}`, date: new Date(STARTED - (100 - number) * 60_000).toUTCString() }
}

function publish(server: NewsServer, count: number): void {
  server.route('/feed.xml', rss('Harbour News', entries(0, count, about)))
}

/** Has the main process remember its notifications in place of showing them: this display shows none. */
function rememberNotifications(desktop: DesktopApp): Promise<void> {
  return desktop.app.evaluate(({ Notification }) => {
    const remembered = globalThis as unknown as Remembered
    remembered.shown = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Remembered['shown'][number]) {
      remembered.shown.push(this)
    }
  })
}

function shown(desktop: DesktopApp): Promise<{ title: string; body: string }[]> {
  return desktop.app.evaluate(() => (globalThis as unknown as Remembered).shown.map(({ title, body }) => ({ title, body })))
}

function click(desktop: DesktopApp, place: number): Promise<unknown> {
  return desktop.app.evaluate((_, at) => (globalThis as unknown as Remembered).shown[at]?.emit('click'), place)
}

/** Asks the engine as the screen does. */
function ask(desktop: DesktopApp, name: string, input: unknown): Promise<unknown> {
  return desktop.page.evaluate(
    ([request, given]) =>
      (window as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)['newsdesk']?.[request]?.(given),
    [name, input] as const,
  )
}
