import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createDailyBackup } from '../../electron/engine/dailyBackup.ts'
import { openStore } from '../../electron/engine/store/store.ts'
import { HOUR, isoTime } from '../../shared/time.ts'
import { minute, savedCopyOf } from './store/news.ts'
import { temporaryFolder } from './store/profiles.ts'

describe('createDailyBackup', () => {
  it('copies the library each day that the app runs on, and keeps fifteen days', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const profile = temporaryFolder()
    let hours = 0
    const opened = openStore({ profile, now: () => minute(hours * 60) })
    if (!opened.ok) throw new Error(opened.failure.kind)
    onTestFinished(() => opened.value.close())
    opened.value.saved.save(savedCopyOf('one'))
    let looks = 0
    const faults: unknown[] = []
    const backup = createDailyBackup({ store: opened.value, alsoDaily: () => void (looks += 1), fault: (fault) => faults.push(fault) })
    backup.start()
    for (; hours < 17 * 24; hours += 6) {
      const copy = join(profile, 'backups', `library-${isoTime(minute(hours * 60))?.slice(0, 10)}.sqlite`)
      await vi.advanceTimersByTimeAsync(HOUR)
      while (!existsSync(copy) && faults.length === 0) await nextTurn()
    }
    await backup.finish()
    expect(faults).toEqual([])
    expect(looks).toBeGreaterThan(17)
    const copies = readdirSync(join(profile, 'backups')).toSorted()
    expect(copies).toHaveLength(15)
    expect(copies.at(-1)).toBe('library-2026-02-01.sqlite')
  })
})
