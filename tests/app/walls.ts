import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webPreferences } from '../../electron/shell/webPreferences.ts'
import { requestNames } from '../../shared/contract/requestNames.ts'
import { hostileAddresses } from '../shell/hostileAddresses.ts'
import type { DesktopApp } from './electronApp.ts'

/** What the tests leave on the main process's global object. */
interface Seen {
  opened: string[]
  downloads: number
}

const words = hostileAddresses.filter((address): address is string => typeof address === 'string')

/** The claims that hold for a desktop app however it is started. `missing`: why it cannot be, or null. */
export function describeWalls(name: string, missing: string | null, open: () => Promise<DesktopApp>): void {
  describe.skipIf(missing !== null)(name, () => walls(open))
}

function walls(open: () => Promise<DesktopApp>): void {
  let desktop: DesktopApp
  const said: string[] = []

  beforeAll(async () => {
    desktop = await open()
    desktop.page.on('console', (message) => said.push(message.text()))
    await desktop.page.getByText('Sintai Communication').first().waitFor()
    await desktop.page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', (event) => console.error(`violation of ${event.violatedDirective}`)),
    )
    await desktop.app.evaluate(({ shell, session }) => {
      const seen: Seen = { opened: [], downloads: 0 }
      Object.assign(globalThis, { seen })
      shell.openExternal = (url) => Promise.resolve(void seen.opened.push(url))
      session.fromPartition('ui').on('will-download', (event) => (seen.downloads += event.defaultPrevented ? 0 : 1))
    })
  })
  afterAll(() => desktop?.close())

  const seen = (): Promise<Seen> => desktop.app.evaluate(() => (globalThis as unknown as { seen: Seen }).seen)
  const windows = (): Promise<number> => desktop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

  // First, while nothing was tried yet that the policy has to refuse.
  it('R11 breaks no policy in ordinary use, and hears no warning of Electron', async () => {
    await desktop.page.locator('[data-row]').first().waitFor()
    await desktop.page.keyboard.press('j')
    await desktop.page.frameLocator('iframe').locator('body').waitFor()
    for (const key of ['?', 'Escape', 'g', 's', 'g', 'h', 'g', 'a']) await desktop.page.keyboard.press(key)
    expect(said.filter((text) => /violation|Content Security Policy|Security Warning|TrustedHTML/i.test(text))).toEqual([])
  })

  it('R01 R02 answers its own page, and nobody else', async () => {
    const verdicts = await desktop.app.evaluate(async ({ ipcMain, BrowserWindow }) => {
      type Handlers = Map<string, (event: unknown, ...given: unknown[]) => Promise<unknown>>
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Handlers
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const own = { url: sender?.getURL(), parent: null }
      const senders = [
        { sender, senderFrame: own },
        { sender, senderFrame: null },
        { sender, senderFrame: { ...own, parent: own } },
        { sender, senderFrame: { url: '', parent: null } },
        { sender, senderFrame: { url: 'about:srcdoc', parent: null } },
        { sender, senderFrame: { url: 'https://example.test/', parent: null } },
        { sender: { id: 12_345 }, senderFrame: own },
        {
          sender,
          get senderFrame(): never {
            throw new Error('Render frame was disposed')
          },
        },
      ]
      const answers = []
      for (const event of senders)
        for (const [channel, answer] of handlers)
          if (!channel.endsWith('print')) answers.push(JSON.stringify(await answer(event, 'listSources', {})))
      return { answers, channels: handlers.size - 1 }
    })
    const own = verdicts.answers.slice(0, verdicts.channels)
    expect(own.join(' ')).toContain('"ok":true')
    for (const answer of verdicts.answers.slice(verdicts.channels)) expect(answer).toContain('not-allowed')
  })

  it('R03 gives the page one frozen object of named functions', async () => {
    const surface = await desktop.page.evaluate(() => {
      const given = window as unknown as Record<string, Record<string, unknown>>
      return {
        names: Object.keys(given['newsdesk'] ?? {}).sort(),
        isFrozen: Object.isFrozen(given['newsdesk']),
        kinds: [...new Set(Object.values(given['newsdesk'] ?? {}).map((each) => typeof each))],
        others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'].filter((name) => name in given),
      }
    })
    expect(surface).toEqual({
      names: [
        ...requestNames,
        'chooseFile',
        'hostInfo',
        'keepFile',
        'changeDesktop',
        'desktopState',
        'keepPdf',
        'onAction',
        'onEvent',
        'onPrinting',
        'onUpdates',
        'onVisit',
        'openAddress',
        'print',
        'showLog',
        'showMenu',
        'stopPdf',
        'tellOffered',
        'updates',
      ].sort(),
      isFrozen: true,
      kinds: ['function'],
      others: [],
    })
  })

  it.each(['location', 'link', 'form', 'window.open', 'history'] as const)(
    'R04 stays, opens no window and downloads nothing, whatever a page tries by %s',
    async (way) => {
      for (const address of words) await desktop.page.evaluate(tryToLeave, { way, address }).catch(() => undefined)
      await expect.poll(() => whatStands(desktop), { timeout: 30_000 }).toMatch(/^app:\/\/bundle\/.*Sintai Communication/s)
      const { opened, downloads } = await seen()
      expect(await windows()).toBe(1)
      expect(downloads).toBe(0)
      expect(opened).toEqual([])
    },
  )

  it('R04 opens a window’s allowed address outside', async () => {
    await desktop.page.evaluate(() => void window.open('https://example.test/allowed'))
    await expect.poll(async () => (await seen()).opened).toEqual(['https://example.test/allowed'])
    expect(await windows()).toBe(1)
  })

  it('R04 hands on only what may be opened, and not without end', async () => {
    expect(await openAddress(desktop, 'file:///etc/passwd')).toBe(false)
    expect(await openAddress(desktop, 'https://example.test/one')).toBe(true)
    await Promise.all(Array.from({ length: 20 }, () => openAddress(desktop, 'https://example.test/many')))
    expect((await seen()).opened.filter((address) => address.endsWith('/many')).length).toBeLessThanOrEqual(5)
  })

  it('R05 is granted nothing but putting text on the clipboard', async () => {
    const states = await desktop.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
        'screen-wake-lock',
        'storage-access',
        'window-management',
        'idle-detection',
      ]
      const asked = names.map(async (name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          (status) => status.state,
          () => 'denied',
        ),
      )
      const used = [
        navigator.mediaDevices?.getUserMedia({ audio: true }),
        navigator.mediaDevices?.getDisplayMedia(),
        navigator.clipboard.readText(),
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        Notification.requestPermission().then((state) => (state === 'granted' ? state : Promise.reject(new Error(state)))),
        document.documentElement.requestFullscreen().then(() => true),
      ].map((each) =>
        Promise.resolve(each).then(
          (value) => (value === undefined ? 'missing' : 'granted'),
          () => 'denied',
        ),
      )
      const patience = new Promise<string>((resolve) => setTimeout(resolve, 3000, 'no answer'))
      return await Promise.all([...asked, ...used].map((each) => Promise.race([each, patience])))
    })
    expect(states.filter((state) => state === 'granted')).toEqual([])
  })

  it('R06 makes no webview, plugin, worker or service worker', async () => {
    const made = await desktop.page.evaluate(async () => {
      const view = document.createElement('webview')
      view.setAttribute('src', 'https://example.test/')
      document.body.append(view)
      const worker = await new Promise((resolve) => {
        try {
          const started = new Worker('/files.json')
          started.addEventListener('error', () => resolve('refused'))
          setTimeout(() => resolve('no error'), 1000)
        } catch {
          resolve('refused')
        }
      })
      const service = await navigator.serviceWorker?.register('/index.html').then(
        () => 'registered',
        () => 'refused',
      )
      return { isWebview: 'loadURL' in view, worker, service: service ?? 'refused', plugins: navigator.plugins.length }
    })
    expect(made).toMatchObject({ isWebview: false, worker: 'refused', service: 'refused' })
    expect(await windows()).toBe(1)
  })

  it('R07 has the preferences of the baseline', async () => {
    const { last, isPackaged } = await desktop.app.evaluate(({ app, BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return { last: contents.getLastWebPreferences(), isPackaged: app.isPackaged }
    })
    const { partition: _, preload: __, ...baseline } = webPreferences('', isPackaged)
    const told = Object.entries(baseline).filter(([name]) => name in last)
    for (const [name, value] of told) expect(last[name], name).toBe(value)
    expect(told.map(([name]) => name)).toEqual(
      expect.arrayContaining(['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag']),
    )
  })

  it('R09 serves the files of the build and nothing else', async () => {
    const paths = [
      '/main.cjs',
      '/files.json',
      '/../electron/main.cjs',
      '/..%2felectron/main.cjs',
      '/%2e%2e/electron/main.cjs',
      '/..\\electron\\main.cjs',
      '//etc/passwd',
      '/etc/passwd',
      '/img/x',
      '/?x',
    ]
    const statuses = await desktop.page.evaluate(
      (given) =>
        Promise.all(
          given.map((path) =>
            fetch(`app://bundle${path}`).then(
              (answer) => `${answer.status} ${answer.headers.has('content-security-policy')}`,
              () => 'refused',
            ),
          ),
        ),
      paths,
    )
    expect(statuses).toEqual(paths.map(() => '404 true'))
    const elsewhere = await desktop.page.evaluate(() =>
      Promise.all(
        ['app://other/', 'https://example.test/', 'http://127.0.0.1:9/', 'file:///etc/passwd'].map((url) =>
          fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      ),
    )
    expect(new Set(elsewhere)).toEqual(new Set(['refused']))
  })

  it('V04 keeps no cookie', async () => {
    const cookies = await desktop.app.evaluate(
      async ({ session }) =>
        (await session.fromPartition('ui').cookies.get({})).length + (await session.defaultSession.cookies.get({})).length,
    )
    expect(cookies).toBe(0)
  })
}

function openAddress(desktop: DesktopApp, url: string): Promise<unknown> {
  return desktop.page.evaluate(
    (given) => (window as unknown as { newsdesk: { openAddress(url: string): unknown } }).newsdesk.openAddress(given),
    url,
  )
}

// Playwright's own view of a page waits for navigations that were refused, so the main process is asked.
function whatStands(desktop: DesktopApp): Promise<string> {
  return desktop.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const asked = contents?.executeJavaScript('document.body.innerText') as Promise<string>
    return `${contents?.getURL()} ${await Promise.race([asked, new Promise<string>((resolve) => setTimeout(resolve, 500, ''))])}`
  })
}

/** Tries, in the page, to leave for an address. */
async function tryToLeave({
  way,
  address,
}: {
  way: 'location' | 'link' | 'form' | 'window.open' | 'history'
  address: string
}): Promise<void> {
  const link = document.createElement('a')
  const form = document.createElement('form')
  link.href = address
  form.action = address
  document.body.append(link, form)
  try {
    if (way === 'location') location.assign(address)
    if (way === 'window.open') window.open(address)
    if (way === 'form') form.submit()
    if (way === 'history') history.pushState(null, '', address)
    if (way === 'link') link.click()
    link.download = 'x'
    if (way === 'link') link.click()
  } catch {
    // Refused at once is refused.
  }
  link.remove()
  form.remove()
  await new Promise((resolve) => setTimeout(resolve, 5))
}
