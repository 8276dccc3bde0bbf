import { describe, expect, it } from 'vitest'
import {
  isUpdateAddress,
  mayInstall,
  nextCheckIn,
  plainHeaders,
  updateFailureOf,
  updatePage,
} from '../../../electron/shell/updates/updatePolicy.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { UpdateFeed } from '../../../shared/updates.ts'

const folder: UpdateFeed = { provider: 'generic', url: 'https://updates.newsdesk.example/linux/' }
const releases: UpdateFeed = { provider: 'github', owner: 'newsdesk', repo: 'newsdesk' }
const now = Date.UTC(2026, 10, 28) as EpochMs

describe('mayInstall', () => {
  it.each([
    [true, 'darwin', null, true],
    [true, 'win32', 'The Newsdesk authors', true],
    [true, 'win32', null, false],
    [true, 'linux', 'The Newsdesk authors', false],
    [false, 'darwin', null, false],
    [false, 'win32', 'The Newsdesk authors', false],
  ] as const)('S07 S08: signed %s on %s with publisher %s: %s', (isSigned, platform, publisher, may) => {
    expect(mayInstall({ isSigned, platform, publisher })).toBe(may)
  })
})

describe('nextCheckIn', () => {
  it('is not at the start, even where a check is long due', () => {
    expect(nextCheckIn(null, now, 0)).toBe(10 * MINUTE)
    expect(nextCheckIn((now - 40 * DAY) as EpochMs, now, 0)).toBe(10 * MINUTE)
  })

  it('is a day after the last one', () => {
    expect(nextCheckIn((now - 20 * HOUR) as EpochMs, now, 0)).toBe(4 * HOUR)
  })

  it('is spread over two hours', () => {
    expect(nextCheckIn(now, now, 1)).toBe(26 * HOUR)
  })

  it('is a day away where the clock was set back', () => {
    expect(nextCheckIn((now + 300 * DAY) as EpochMs, now, 0)).toBe(DAY)
  })
})

describe('isUpdateAddress', () => {
  it.each([
    ['https://updates.newsdesk.example/linux/latest-linux.yml', true],
    ['https://updates.newsdesk.example/other', true],
    ['http://updates.newsdesk.example/linux/latest-linux.yml', false],
    ['https://updates.newsdesk.example:8443/linux/latest-linux.yml', false],
    ['https://evil.example/linux/latest-linux.yml', false],
    ['https://updates.newsdesk.example@evil.example/', false],
    ['https://sub.updates.newsdesk.example/', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('S07: %s of a folder: %s', (address, may) => {
    expect(isUpdateAddress(address, folder)).toBe(may)
  })

  it.each([
    ['https://github.com/newsdesk/newsdesk/releases.atom', true],
    ['https://release-assets.githubusercontent.com/a', true],
    ['https://raw.githubusercontent.com/evil/evil/main/a', false],
    ['https://gist.github.com/evil', false],
    ['http://github.com/newsdesk', false],
  ])('S07: %s of releases: %s', (address, may) => {
    expect(isUpdateAddress(address, releases)).toBe(may)
  })
})

describe('plainHeaders', () => {
  it('V03: tells nobody apart', () => {
    const telling = { 'x-user-staging-id': '1', Cookie: 'a=b', Referer: 'https://a.example' }
    const agents = { 'user-agent': 'electron-builder', 'User-Agent': 'Newsdesk/0.1.0 Electron/33.4.11 (X11; Linux x86_64)' }
    expect(plainHeaders({ ...telling, ...agents, Accept: '*/*' })).toEqual({ Accept: '*/*', 'User-Agent': 'Newsdesk' })
  })
})

describe('updateFailureOf', () => {
  it.each([
    [{ code: 'ERR_CHECKSUM_MISMATCH' }, 'damaged'],
    [{ message: 'net::ERR_CONTENT_LENGTH_MISMATCH' }, 'damaged'],
    [{ code: 'ERR_UPDATER_INVALID_SIGNATURE' }, 'unsigned'],
    [{ message: 'net::ERR_BLOCKED_BY_CLIENT' }, 'elsewhere'],
    [{ code: 'ERR_UPDATER_INVALID_UPDATE_INFO' }, 'not-understood'],
    [{ message: 'net::ERR_NAME_NOT_RESOLVED' }, 'unreachable'],
    [undefined, 'unreachable'],
  ])('reads %o as %s', (fault, kind) => {
    expect(updateFailureOf(fault ?? new Error('?'))).toBe(kind)
  })
})

describe('updatePage', () => {
  it('is where a person finds the files', () => {
    expect(updatePage(folder)).toBe('https://updates.newsdesk.example/linux/')
    expect(updatePage(releases)).toBe('https://github.com/newsdesk/newsdesk/releases')
  })
})
