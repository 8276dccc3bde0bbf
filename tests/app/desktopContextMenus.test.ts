import type { Menu } from 'electron'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { desktopMissing, openDesktopApp } from './electronApp.ts'
import type { DesktopApp } from './electronApp.ts'

describe.skipIf(desktopMissing !== null)('the menus at the pointer of the desktop app', () => {
  let desktop: DesktopApp
  beforeAll(async () => {
    desktop = await openDesktopApp({ args: ['--sample'] })
    await desktop.page.getByText('Sintai Communication').first().waitFor()
    await desktop.app.evaluate(({ Menu }) => {
      const build = Menu.buildFromTemplate.bind(Menu)
      Menu.buildFromTemplate = (template) => {
        const menu = build(template)
        menu.popup = () => Object.assign(globalThis, { menu, popped: menu.items.map(({ id, label, enabled }) => ({ id, label, enabled })) })
        return menu
      }
    })
  })
  beforeEach(() => desktop.app.evaluate(() => void Object.assign(globalThis, { popped: [] })))
  afterAll(() => desktop?.close())

  type Popped = { readonly id: string; readonly label: string; readonly enabled: boolean }[]
  const popped = (): Promise<Popped> => desktop.app.evaluate(() => (globalThis as unknown as { popped: Popped }).popped)
  const ids = async (): Promise<string[]> => (await popped()).map(({ id }) => id)

  it('offers for a row what its toolbar has', async () => {
    const row = desktop.page.locator('[data-row]').nth(1)
    await row.click({ button: 'right' })
    await expect.poll(ids).toEqual(expect.arrayContaining(['toggleSaved', 'toggleRead', 'copyCitation', 'openOriginal', 'print']))
    expect((await popped()).find(({ id }) => id === 'toggleSaved')).toMatchObject({ label: 'Save or unsave  (S)', enabled: true })
    expect(await row.getAttribute('aria-current')).toBe('true')
  })

  it('does so by keyboard', async () => {
    await desktop.page.locator('[data-row]').nth(0).focus()
    await desktop.page.keyboard.press('Shift+F10')
    await expect.poll(ids).toContain('toggleSaved')
  })

  it('offers in the frame of the article what its toolbar has, and to copy and search what is selected there', async () => {
    const text = desktop.page.frameLocator('iframe').locator('p').first()
    await text.click({ button: 'right' })
    await expect.poll(async () => (await ids()).length).toBeGreaterThan(0)
    await text.click({ clickCount: 3 })
    await text.click({ button: 'right' })
    await expect.poll(ids).toEqual(['copy', 'search'])
  })

  it('offers for a source to mark it read, to refresh, to change and to unfollow it', async () => {
    await desktop.page.locator('[data-source]').first().click({ button: 'right' })
    await expect.poll(ids).toEqual(['markAllRead', 'refreshSource', 'editSource', 'unfollow', 'goHealth'])
    expect((await popped()).map(({ enabled }) => enabled)).toEqual([true, true, true, true, true])
  })

  it('unfollows a source, which comes back by undo', async () => {
    const sources = desktop.page.locator('[data-source]')
    const before = await sources.count()
    await sources.first().focus()
    await desktop.page.keyboard.press('Shift+F10')
    await expect.poll(ids).toContain('unfollow')
    await desktop.app.evaluate(() => (globalThis as unknown as { menu: Menu }).menu.getMenuItemById('unfollow')?.click())
    await expect.poll(() => sources.count()).toBe(before - 1)
    await desktop.page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => sources.count()).toBe(before)
  })

  it('offers in a field what fields need', async () => {
    await desktop.page.locator('[data-search]').click({ button: 'right' })
    await expect.poll(async () => (await popped()).map(({ label }) => label)).toEqual(['Cut', 'Copy', 'Paste', '', 'Select all'])
  })
})
