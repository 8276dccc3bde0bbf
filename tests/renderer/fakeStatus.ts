import { builtInSettings } from '../../renderer/state/settings.ts'
import type { Settings } from '../../shared/settings.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { ago } from './fakeNews.ts'
import type { FakeOptions } from './fakeOptions.ts'
import type { FakeAnswers, FakeShelf } from './fakeShelf.ts'

/** Settings, and how a fake engine is. */
export function fakeStatus(options: FakeOptions, { send }: Pick<FakeShelf, 'send'>): FakeAnswers {
  let settings: Settings = { ...builtInSettings, ...options.settings }
  let isTidy = false
  return {
    getSettings: () => ({ settings }),
    changeSettings: (input) => {
      settings = { ...settings, ...input.change }
      send({ name: 'settingsChanged', body: {} })
      return { settings }
    },
    previewRetention: () => (isTidy ? { read: 0, unread: 0, sources: 0 } : { read: 1204, unread: 31, sources: 5 }),
    applyRetention: () => {
      isTidy = true
      send({ name: 'articlesGone', body: {} })
      return { gone: 1235, isSkipped: false }
    },
    getOffline: () => ({
      ready: 412,
      partial: 31,
      none: 7,
      mediaBytes: 1_288_490_189,
      lastEviction: { at: options.now - 2 * DAY, pictures: 212, bytes: 108_003_328, read: 74, unread: 0, budget: 2 * 1024 ** 3 },
    }),
    getEverythingReady: () => ({ became: 29, left: 2, why: [{ reason: 'pictures-refused', count: 2 }], wasStopped: false }),
    stopGettingReady: () => ({}),
    getStatus: () => ({
      version: '0.1.0',
      refresh: options.refresh ?? { isRunning: false, done: 0, total: 0 },
      connection: options.connection ?? 'online',
      heldBackBy: options.heldBackBy ?? null,
      getting: options.getting ?? { isRunning: false, done: 0, total: 0 },
      lastRefreshAt: ago(options.now, HOUR / 15),
      toIndex: 0,
      isReadOnly: false,
      notices: [],
    }),
    startEngine: () => ({}),
    checkProfile: () => ({ ok: true, problems: [] }),
    reportCondition: () => ({}),
  }
}
