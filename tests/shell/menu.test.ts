import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate, type MenuOptions } from '../../electron/shell/menu.ts'
import { actions } from '../../shared/actions.ts'

const platforms = ['darwin', 'win32', 'linux'] as const

const options: MenuOptions = {
  language: 'en',
  platform: 'linux',
  isPackaged: true,
  hasUpdates: false,
  keys: {},
  isOffered: () => true,
  onAction: () => undefined,
  onHost: () => undefined,
}

function menus(given: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menuTemplate({ ...options, ...given })
}

function items(given: Partial<MenuOptions> = {}): MenuItemConstructorOptions[] {
  return menus(given).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
}

const roles = (given: Partial<MenuOptions>) => items(given).flatMap((item) => item.role ?? [])

const find = (id: string, given: Partial<MenuOptions> = {}) => items(given).find((item) => item.id === id)

describe('menuTemplate', () => {
  it.each(platforms)('has a place for every action on %s, and one only', (platform) => {
    const ids = items({ platform }).flatMap((item) => item.id ?? [])
    expect(actions.filter((action) => ids.filter((id) => id === action).length !== 1)).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(platforms)('offers to check for updates on %s where the build knows where they come from', (platform) => {
    const chosen: string[] = []
    expect(find('checkForUpdates', { platform })).toBeUndefined()
    const item = find('checkForUpdates', { platform, hasUpdates: true, onHost: (command) => chosen.push(command) })
    item?.click?.({} as never, undefined, {})
    expect(chosen).toEqual(['checkForUpdates'])
  })

  it('sends the name of the action that is chosen', () => {
    const sent: string[] = []
    for (const item of items({ onAction: (action) => sent.push(action) })) item.click?.({} as never, undefined, {})
    expect(sent.sort()).toEqual([...actions].sort())
  })

  it('shows the key that a person gave, where the system puts keys with a modifier', () => {
    expect(find('palette')).toMatchObject({ accelerator: 'CmdOrCtrl+k', registerAccelerator: false })
    expect(find('palette', { keys: { palette: ['Mod+Shift+ArrowUp'] } })?.accelerator).toBe('CmdOrCtrl+Shift+Up')
    expect(find('palette', { keys: { palette: ['q'] } })).toMatchObject({ label: 'Command palette…  (Q)' })
    expect(find('palette', { keys: { palette: [] } })?.label).toBe('Command palette…')
  })

  it.each(platforms)('shows letters and sequences in the label, and takes none away from the fields, on %s', (platform) => {
    expect(find('goToday', { platform })?.label).toBe('Today  (G T)')
    expect(find('toggleSaved', { platform })?.label).toBe('Save or unsave  (S)')
    const registered = items({ platform }).filter((item) => item.accelerator !== undefined)
    expect(registered.filter((item) => !item.accelerator?.startsWith('CmdOrCtrl+'))).toEqual([])
  })

  it('greys what the screen cannot do now', () => {
    const given = { isOffered: (action: string) => action === 'refresh' }
    expect([find('refresh', given)?.enabled, find('toggleSaved', given)?.enabled]).toEqual([true, false])
  })

  it.each(platforms)('speaks the language of the settings, also where the system has its own entries, on %s', (platform) => {
    const chinese = items({ language: 'zh-CN', platform }).filter((item) => item.type !== 'separator')
    expect(chinese.map((item) => item.label).filter((label) => !/\p{Script=Han}/u.test(label ?? ''))).toEqual([])
    expect(
      menus({ language: 'zh-CN', platform }).filter((menu) => menu.role !== 'appMenu' && !/\p{Script=Han}/u.test(menu.label ?? '')),
    ).toEqual([])
  })

  it('has what each system expects', () => {
    expect(menus({ platform: 'darwin' })[0]?.role).toBe('appMenu')
    expect(roles({ platform: 'darwin' })).toEqual(
      expect.arrayContaining(['about', 'services', 'hide', 'quit', 'front', 'togglefullscreen']),
    )
    for (const platform of ['win32', 'linux'] as const) {
      expect(menus({ platform })[0]?.label).toBe('&File')
      expect(roles({ platform })).toEqual(expect.arrayContaining(['quit', 'close', 'togglefullscreen', 'copy', 'paste']))
      expect(roles({ platform })).not.toContain('services')
    }
  })

  it('keeps developer tools out of an installed app', () => {
    expect(roles({ isPackaged: true })).not.toContain('toggleDevTools')
    expect(roles({ isPackaged: false })).toContain('toggleDevTools')
  })
})
