import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SettingsChange } from '../../shared/settings.ts'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

describe.skipIf(desktopMissing !== null)('the menus of the desktop app', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample'] })
    await desktop.page.getByText('Sintai Communication').first().waitFor()
  })
  afterAll(() => desktop?.close())

  it('show a key that is given to an action at once', async () => {
    await change(desktop, { keys: { goSaved: ['x'], palette: ['Mod+j'] } })
    await expect.poll(() => label(desktop, 'goSaved')).toBe('Saved  (X)')
    await expect.poll(() => accelerator(desktop, 'palette')).toMatch(/\+j$/i)
    await change(desktop, { keys: {} })
  })

  it('speak the language that is chosen in the settings', async () => {
    await change(desktop, { language: 'zh-CN' })
    await expect.poll(() => label(desktop, 'goToday')).toContain('今天')
    await change(desktop, { language: 'en' })
    await expect.poll(() => label(desktop, 'goToday')).toContain('Today')
  })

  it('grey what the screen cannot do', async () => {
    await choose(desktop, 'goAll')
    await expect.poll(() => isEnabled(desktop, 'refresh')).toBe(true)
    expect(await isEnabled(desktop, 'copyCitation')).toBe(false)
    await desktop.page.keyboard.press('j')
    await expect.poll(() => isEnabled(desktop, 'copyCitation')).toBe(true)
  })

  it('take no letter away from a field that one types in', async () => {
    const field = desktop.page.locator('[data-search]')
    await field.click()
    await desktop.page.keyboard.type('jksmv a')
    expect(await field.inputValue()).toBe('jksmv a')
    await field.fill('')
  })

  it('zoom the interface within bounds, and remember it', async () => {
    for (let step = 0; step < 9; step += 1) await choose(desktop, 'zoomIn')
    expect(await zoom(desktop)).toBeCloseTo(2)
    for (let step = 0; step < 12; step += 1) await choose(desktop, 'zoomOut')
    expect(await zoom(desktop)).toBeCloseTo(0.7)
    await choose(desktop, 'openScreenAgain')
    await desktop.page.getByText('Sintai Communication').first().waitFor()
    await expect.poll(() => zoom(desktop)).toBeCloseTo(0.7)
    expect(JSON.parse(readFileSync(join(desktop.profile, 'shell.json'), 'utf8'))).toMatchObject({ zoom: 70 })
    await choose(desktop, 'zoomReset')
    expect(await zoom(desktop)).toBe(1)
  })

  it('tell the system the theme of the settings, and leave high contrast to the page', async () => {
    for (const [theme, told] of [
      ['dark', 'dark'],
      ['contrast', 'system'],
      ['light', 'light'],
    ] as const) {
      await change(desktop, { theme })
      await expect.poll(() => desktop.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe(told)
    }
  })

  it('check no spelling, and fetch no dictionary', async () => {
    const spelling = await desktop.app.evaluate(({ session }) => session.fromPartition('ui').isSpellCheckerEnabled())
    expect(spelling).toBe(false)
  })
})

function change(desktop: DesktopApp, settings: SettingsChange): Promise<unknown> {
  return desktop.page.evaluate(
    (given) => (window as unknown as { newsdesk: { changeSettings(input: unknown): unknown } }).newsdesk.changeSettings({ change: given }),
    settings,
  )
}

function choose(desktop: DesktopApp, id: string): Promise<void> {
  return desktop.app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.click(), id)
}

function label(desktop: DesktopApp, id: string): Promise<string | undefined> {
  return desktop.app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.label, id)
}

function accelerator(desktop: DesktopApp, id: string): Promise<string> {
  return desktop.app.evaluate(({ Menu }, name) => String(Menu.getApplicationMenu()?.getMenuItemById(name)?.accelerator), id)
}

function isEnabled(desktop: DesktopApp, id: string): Promise<boolean | undefined> {
  return desktop.app.evaluate(({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(name)?.enabled, id)
}

function zoom(desktop: DesktopApp): Promise<number> {
  return desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0)
}
