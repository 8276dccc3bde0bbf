import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { autostartEntry, autostartPath, setAutostart, startsWithDesktop } from '../../electron/shell/autostart.ts'
import { BADGE_SIDE, badgePixels, badgeText } from '../../electron/shell/badgePicture.ts'
import { trayHint, trayMenu, type TrayState } from '../../electron/shell/trayMenu.ts'
import { hasTrayPlace } from '../../electron/shell/trayPlace.ts'
import { pauseEnds } from '../../shared/pauses.ts'
import { HOUR, type EpochMs } from '../../shared/time.ts'

const state: TrayState = { language: 'en', unread: 12, pausedUntil: null }

describe('trayMenu', () => {
  it('offers to open, refresh, pause and quit, and says how much is unread', () => {
    const chosen: string[] = []
    const items = trayMenu(state, (command) => chosen.push(command))
    expect(items.flatMap((item) => item.label ?? [])).toEqual([
      'Open Newsdesk',
      '12 unread',
      'Refresh',
      'Pause for an hour',
      'Pause until tomorrow',
      'Settings…',
      'Quit Newsdesk',
    ])
    for (const item of items) item.click?.({} as never, undefined, {})
    expect(chosen).toEqual(['open', 'refresh', 'pauseHour', 'pauseDay', 'settings', 'quit'])
  })

  it('offers to resume what is paused, and says until when', () => {
    const until = new Date(2026, 0, 16, 6).getTime() as EpochMs
    const items = trayMenu({ ...state, pausedUntil: until }, () => undefined)
    expect(items.flatMap((item) => item.id ?? [])).toEqual(['open', 'refresh', 'resume', 'settings', 'quit'])
    expect(items.some((item) => /^Paused until Fri.*6:00/.test(item.label ?? ''))).toBe(true)
  })

  it('speaks Chinese', () => {
    expect(trayHint('Newsdesk', { ...state, language: 'zh-CN' })).toBe('Newsdesk: 12 篇未读')
    expect(trayMenu({ ...state, language: 'zh-CN' }, () => undefined)[0]?.label).toBe('打开 Newsdesk')
  })
})

describe('pauseEnds', () => {
  it('ends in an hour, or on the next morning, also on the day that the clocks change', () => {
    const evening = new Date(2026, 2, 28, 23, 30).getTime() as EpochMs
    expect(pauseEnds('hour', evening) - evening).toBe(HOUR)
    const morning = new Date(pauseEnds('day', evening))
    expect([morning.getDate(), morning.getHours(), morning.getMinutes()]).toEqual([29, 6, 0])
  })
})

describe('autostartEntry', () => {
  it('quotes what a command line and a desktop entry would read as signs', () => {
    const entry = autostartEntry('Newsdesk', ['/opt/My "Apps"/newsdesk', '--profile', '/a$b`c\\d%e'])
    expect(entry).toContain(String.raw`Exec="/opt/My \\"Apps\\"/newsdesk" "--profile" "/a\\$b\\` + '`' + String.raw`c\\\\d%%e"`)
  })

  it('is written to where the desktop looks, and taken away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsdesk-autostart-'))
    const path = autostartPath({ XDG_CONFIG_HOME: folder })
    expect(path).toBe(join(folder, 'autostart', 'newsdesk.desktop'))
    setAutostart(path, autostartEntry('Newsdesk', ['newsdesk', '--hidden']))
    expect(readFileSync(path, 'utf8')).toContain('Exec="newsdesk" "--hidden"')
    expect(startsWithDesktop(path)).toBe(true)
    setAutostart(path, null)
    setAutostart(path, null)
    expect(startsWithDesktop(path)).toBe(false)
  })

  it('takes no folder from the environment that is not absolute', () => {
    expect(autostartPath({ XDG_CONFIG_HOME: 'here' })).toMatch(/\.config[\\/]autostart/)
  })
})

describe('hasTrayPlace', () => {
  it.each(['darwin', 'win32'] as const)('is true on %s', async (platform) => {
    expect(await hasTrayPlace(platform)).toBe(true)
  })
})

const ink = (count: number): number => {
  const pixels = badgePixels(count)
  expect(pixels.length).toBe(BADGE_SIDE * BADGE_SIDE * 4)
  return Array.from({ length: BADGE_SIDE * BADGE_SIDE }, (_, at) => pixels.readUInt32BE(at * 4)).filter((each) => each === 0xff_ff_ff_ff)
    .length
}

describe('badgePixels', () => {
  it('draws each number with its own dots', () => {
    expect(badgeText(100)).toBe('99+')
    // A one has eight dots of three by three pixels; 11 has twice as many.
    expect([ink(1), ink(11), ink(8)]).toEqual([8 * 9, 16 * 9, 13 * 9])
    expect(ink(250)).toBeGreaterThan(0)
  })
})
