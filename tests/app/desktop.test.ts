import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

describe.skipIf(desktopMissing !== null)('the desktop app', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample'] })
  })
  afterAll(() => desktop?.close())

  it('shows the sample edition', async () => {
    expect(desktop.page.url()).toBe('app://bundle/')
    await desktop.page.getByText('Sintai Communication').first().waitFor()
  })

  it('keeps a profile that is closed to others', () => {
    expect(existsSync(join(desktop.profile, 'library.sqlite'))).toBe(true)
    if (process.platform !== 'win32') expect(statSync(join(desktop.profile, 'library.sqlite')).mode & 0o077).toBe(0)
  })

  it('hears an action that is chosen in the menu', async () => {
    await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('goSaved')?.click())
    await desktop.page.getByRole('heading', { level: 1, name: 'Saved' }).waitFor()
    await desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('goAll')?.click())
  })

  it('opens an article with all its text', async () => {
    await desktop.page.locator('[data-row]').first().waitFor()
    await desktop.page.keyboard.press('j')
    await expect.poll(() => desktop.page.frameLocator('iframe').locator('body').innerText()).toMatch(/.{100}/s)
  })

  it('S05 shows the licences of what it is built with', async () => {
    await desktop.page.keyboard.press('ControlOrMeta+,')
    await desktop.page.getByRole('button', { name: 'Show them' }).click()
    await desktop.page.getByText('LICENSES.chromium.html').waitFor()
    await desktop.page.locator('.licences summary').filter({ hasText: 'electron-updater' }).press('Enter')
    await desktop.page.locator('.licences pre').filter({ visible: true, hasText: 'Permission is hereby granted' }).waitFor()
    await desktop.page.keyboard.press('Escape')
    await desktop.page.getByRole('button', { name: 'Show them' }).and(desktop.page.locator(':focus')).waitFor()
    await desktop.page.keyboard.press('Escape')
    await desktop.page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('remembers where its window stood', async () => {
    await desktop.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 20, y: 30, width: 1000, height: 700 }),
    )
    const place = (): unknown => (JSON.parse(readFileSync(join(desktop.profile, 'shell.json'), 'utf8')) as { window: unknown }).window
    await expect.poll(() => (existsSync(join(desktop.profile, 'shell.json')) ? place() : null)).toMatchObject({ width: 1000, height: 700 })
  })

  it('R10 opens the screen again when it breaks down, and shows words when it does twice', async () => {
    await breakDown(desktop)
    await expect.poll(() => shown(desktop), { timeout: 10_000 }).toContain('Sintai Communication')
    await breakDown(desktop)
    await expect.poll(() => shown(desktop), { timeout: 10_000 }).toContain('stopped twice')
  })
})

describe.skipIf(desktopMissing !== null)('the desktop app under a late loader', () => {
  it('opens all the same', async () => {
    const desktop = await openDesktopApp({ args: ['--sample'], isLate: true })
    await desktop.page.getByText('Sintai Communication').first().waitFor()
    await desktop.close()
  })
})

function breakDown(desktop: DesktopApp): Promise<void> {
  return desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
}

/** What the window says now; nothing where it does not answer. */
function shown(desktop: DesktopApp): Promise<string> {
  return desktop.app.evaluate(({ BrowserWindow }) => {
    const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') as Promise<string>
    return Promise.race([asked, new Promise<string>((resolve) => setTimeout(resolve, 500, ''))])
  })
}
