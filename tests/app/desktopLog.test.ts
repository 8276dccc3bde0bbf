import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, rss, startNewsServer, type NewsServer } from '../fixtures/newsServer.ts'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

/** Stands in every address, title and text that the app meets. */
const MARK = 'zyxmark'

describe.skipIf(desktopMissing !== null)('the log of the desktop app', () => {
  let desktop: DesktopApp
  let server: NewsServer
  beforeAll(async () => {
    server = await startNewsServer()
    server.route(
      `/${MARK}.xml`,
      rss(
        `Feed ${MARK}`,
        entries(0, 20, (number) => ({ title: `Title ${MARK} ${number}` })),
      ),
    )
    server.route(`/${MARK}-broken`, { status: 500, body: MARK })
    desktop = await openDesktopApp({ args: ['--sample', '--allow-private'] })
    await desktop.page.getByText('Sintai Communication').first().waitFor()
  })
  afterAll(async () => {
    await desktop?.close()
    await server?.close()
  })

  it('V06 holds no title, address or name at its default level, after good feeds, broken ones and faults', async () => {
    await useIt(`${server.url}/${MARK}`)
    expect(logOf(desktop)).toContain('starts on')
    await expect.poll(() => logOf(desktop)).toContain('A refresh ended.')
    expect(logOf(desktop)).not.toMatch(new RegExp(`${MARK}|127\\.0\\.0\\.1|Sintai|sample:`))
  })

  it('V06 is for its owner alone', () => {
    if (process.platform === 'win32') return
    for (const name of readdirSync(join(desktop.profile, 'logs')))
      expect(statSync(join(desktop.profile, 'logs', name)).mode & 0o077).toBe(0)
  })

  it('holds addresses where a person wants a detailed log, and none again afterwards', async () => {
    await call('changeDesktop', { isLogDetailed: true })
    await useIt(`${server.url}/${MARK}`)
    expect(logOf(desktop)).toContain('127.0.0.1')
    await call('changeDesktop', { isLogDetailed: false })
  })

  it('is shown in its folder', async () => {
    const shown = await desktop.app.evaluate(({ shell, ipcMain, BrowserWindow }) => {
      const paths: string[] = []
      shell.showItemInFolder = (path) => paths.push(path)
      const sender = BrowserWindow.getAllWindows()[0]?.webContents
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (event: unknown) => unknown>
      void handlers.get('newsdesk:show-log')?.({ sender, senderFrame: { url: sender?.getURL(), parent: null } })
      return paths
    })
    expect(shown).toEqual([join(desktop.profile, 'logs', 'newsdesk.log')])
  })

  /** Follows a good feed and a broken one, refreshes, reads, searches, and asks what makes no sense. */
  async function useIt(base: string): Promise<void> {
    await call('previewAddress', { address: `${base}-broken` })
    await call('addSource', { address: `${base}.xml` })
    await call('addSource', { address: `${base}-broken` })
    await call('refresh', { force: true })
    await call('search', { query: MARK })
    await call('search', { query: `"${MARK}` })
    await call('getArticle', { id: MARK })
    await call('listArticles', { scope: { view: MARK } })
    await call('importOpml', { opml: `<opml><body><outline xmlUrl="${MARK}"/></body>` })
  }

  async function call(name: string, input: unknown): Promise<void> {
    await desktop.page.evaluate(
      (given) => {
        const { newsdesk } = window as unknown as { newsdesk: Record<string, (input: unknown) => Promise<unknown>> }
        return newsdesk[given.name]?.(given.input).then(() => undefined)
      },
      { name, input },
    )
  }
})

function logOf({ profile }: DesktopApp): string {
  const folder = join(profile, 'logs')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}
