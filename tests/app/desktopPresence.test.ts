import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DesktopChange } from '../../shared/desktopSettings.ts'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

/** What the tests leave on the main process's global object. */
interface Seen {
  hints: string[]
  labels: string[]
  badges: number[]
  told: string[]
}

const isLinux = process.platform === 'linux'

describe.skipIf(desktopMissing !== null || !isLinux)('the desktop app without its window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-desk-'))
  const before = { path: env['PATH'], config: env['XDG_CONFIG_HOME'] }
  let desktop: DesktopApp | null = null
  const app = (): DesktopApp => {
    if (desktop === null) throw new Error('The app is not open')
    return desktop
  }

  beforeAll(() => {
    mkdirSync(join(folder, 'bin'))
    env['XDG_CONFIG_HOME'] = join(folder, 'config')
  })
  afterAll(() => {
    env['PATH'] = before.path
    if (before.config === undefined) delete env['XDG_CONFIG_HOME']
    else env['XDG_CONFIG_HOME'] = before.config
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(async () => {
    await desktop?.close()
    desktop = null
  })

  /** Has the desktop's bus say whether there is a tray. */
  function offerTray(hasTray: boolean): void {
    const bus = join(folder, 'bin', 'gdbus')
    writeFileSync(bus, `#!/bin/sh\necho '(${hasTray},)'\n`)
    chmodSync(bus, 0o755)
    env['PATH'] = `${join(folder, 'bin')}${delimiter}${before.path}`
  }

  /** Opens the app on a desktop that says whether it has a tray. */
  async function open(hasTray: boolean, ...args: string[]): Promise<void> {
    offerTray(hasTray)
    desktop = await openDesktopApp({ args: ['--sample', ...args] })
    await app().page.getByText('Sintai Communication').first().waitFor()
    // Answered when it is known whether there is a tray.
    await call('desktopState', undefined)
    await app().app.evaluate(({ app: electron, Tray, Notification }) => {
      const seen: Seen = { hints: [], labels: [], badges: [], told: [] }
      Object.assign(globalThis, { seen })
      Tray.prototype.setToolTip = (hint) => void seen.hints.push(hint)
      Tray.prototype.setContextMenu = (menu) => void (seen.labels = menu?.items.map(({ label }) => label) ?? [])
      electron.setBadgeCount = (count) => seen.badges.push(count ?? 0) > 0
      Notification.isSupported = () => true
      Notification.prototype.show = function show() {
        seen.told.push(this.title)
      }
    })
  }

  const seen = (): Promise<Seen> => app().app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
  const closeWindow = (): Promise<void> => app().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const isVisible = (): Promise<boolean | undefined> =>
    app().app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

  it('hides into the tray when its window is closed, says so once, and comes back', async () => {
    await open(true)
    await closeWindow()
    await expect.poll(isVisible).toBe(false)
    expect((await seen()).told).toEqual(['Newsdesk goes on fetching news'])
    await app().app.evaluate(({ app: electron }) => electron.emit('activate'))
    await expect.poll(isVisible).toBe(true)
    await closeWindow()
    await expect.poll(isVisible).toBe(false)
    expect((await seen()).told).toHaveLength(1)
  })

  it('says in the tray and on the icon what is unread, as it changes', async () => {
    await open(true)
    await change({ badge: 'today' })
    await change({ badge: 'all' })
    const unread = async (): Promise<number> => {
      const rows = await call<{ articles: { id: string; isRead: boolean }[] }>('listArticles', { scope: { view: 'all', only: 'unread' } })
      return rows.articles.length
    }
    const [before_, first] = [
      await unread(),
      (await call<{ articles: { id: string }[] }>('listArticles', { scope: { view: 'all' } })).articles[0],
    ]
    await call('markRead', { ids: [first?.id] })
    await expect.poll(async () => (await seen()).hints.at(-1)).toBe(`Newsdesk: ${before_ - 1} unread`)
    expect((await seen()).badges.at(-1)).toBe(before_ - 1)
    await change({ badge: 'off' })
    expect((await seen()).badges.at(-1)).toBe(0)
  })

  it('pauses from the tray, and the foot says until when', async () => {
    await open(true)
    await call('changeSettings', { change: { pausedUntil: Date.now() + 3_600_000 } })
    await expect.poll(async () => (await seen()).labels.some((label) => label.startsWith('Paused until'))).toBe(true)
    await app()
      .page.locator('.foot')
      .getByText(/Paused until/)
      .waitFor()
    await app().page.locator('.foot').getByRole('button', { name: 'Resume' }).click()
    await expect.poll(async () => (await seen()).labels).toContain('Pause for an hour')
  })

  it('quits when its window is closed, where a person wants that', async () => {
    await open(true)
    await change({ keepsRunning: false })
    const ended = app().app.waitForEvent('close')
    await closeWindow()
    await ended
  })

  it('quits when its window is closed, where there is no tray to find it in, and says why', async () => {
    await open(false)
    await app().page.keyboard.press('Control+,')
    const keeps = app().page.getByRole('switch', { name: 'Keep running when the window is closed' })
    await keeps.waitFor()
    expect([await keeps.isDisabled(), await keeps.isChecked()]).toEqual([true, false])
    await app().page.getByText('This desktop has no tray').waitFor()
    const ended = app().app.waitForEvent('close')
    await closeWindow()
    await ended
  })

  it('has no window where the system starts it, until it is asked for', async () => {
    let windows = -1
    offerTray(true)
    desktop = await openDesktopApp({
      args: ['--sample', '--hidden'],
      beforeWindow: async (started) => {
        // The menu is drawn after the window would be.
        const hasMenu = () => started.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.getMenuItemById('goAll') ?? null) !== null)
        await expect.poll(hasMenu, { timeout: 20_000 }).toBe(true)
        windows = await started.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
        await started.evaluate(({ app: electron }) => void electron.emit('activate'))
      },
    })
    expect(windows).toBe(0)
    await app().page.getByText('Sintai Communication').first().waitFor()
  })

  it('starts with the system, hidden, when a person wants that', async () => {
    await open(true)
    const entry = join(folder, 'config', 'autostart', 'newsdesk.desktop')
    await app().page.keyboard.press('Control+,')
    const login = app().page.getByRole('switch', { name: 'Start when I sign in' })
    await login.click()
    await expect.poll(() => existsSync(entry) && readFileSync(entry, 'utf8')).toMatch(/^Exec=.*"--hidden" "--profile"/m)
    await login.click()
    await expect.poll(() => existsSync(entry)).toBe(false)
  })

  function change(given: DesktopChange): Promise<unknown> {
    return call('changeDesktop', given)
  }

  async function call<Value>(name: string, input: unknown): Promise<Value> {
    const answer = await app().page.evaluate(
      (given) => {
        const { newsdesk } = window as unknown as { newsdesk: Record<string, (input: unknown) => Promise<{ value: unknown }>> }
        return newsdesk[given.name]?.(given.input)
      },
      { name, input },
    )
    return answer?.value as Value
  }
})
