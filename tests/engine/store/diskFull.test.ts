import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore, storeFailure } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { draftOf, followed, kept, NOON, savedCopyOf, textOf } from './news.ts'
import { fillDisk, smallDisk } from '../smallDisk.ts'
import { openedStore } from './profiles.ts'

function faultOf(work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    return storeFailure(error)?.kind ?? String(error)
  }
}

/** Keeps articles until the disk is full. */
function fillWithNews(store: Store): string | null {
  const source = followed(store)
  for (let index = 0; index < 4000; index += 10) {
    const drafts = Array.from({ length: 10 }, (_, step) => draftOf(`n${index + step}`, { feedText: textOf(randomText(index + step)) }))
    const fault = faultOf(() => void kept(store, source, drafts))
    if (fault !== null) return fault
  }
  return null
}

function randomText(seed: number): string {
  return Array.from({ length: 600 }, (_, index) => ((seed + 1) * (index + 7) * 2_654_435_761).toString(36)).join(' ')
}

describe('a full disk', () => {
  it('still keeps what a person saves, by letting the reserve go (D08)', ({ skip }) => {
    const disk = smallDisk(12)
    if (disk === null) return skip('no small disk can be mounted here')
    const profile = join(disk, 'profile')
    const store = openedStore(profile)
    expect(store.notices.map((notice) => notice.what)).toEqual(['disk-nearly-full'])
    expect(existsSync(join(profile, 'reserve'))).toBe(true)
    expect(fillWithNews(store)).toBe('disk-full')
    fillDisk(disk)
    const saved = Array.from({ length: 100 }, (_, index) => `${index}`).filter(
      (name) => faultOf(() => store.saved.save(savedCopyOf(name))) === null,
    )
    expect(saved).toHaveLength(100)
    expect(existsSync(join(profile, 'reserve'))).toBe(false)
    expect(store.saved.list()).toHaveLength(100)
    store.close()
    const again = openStore({ profile, now: () => NOON })
    if (!again.ok) throw new Error(again.failure.kind)
    onTestFinished(() => again.value.close())
    expect([again.value.saved.list().length, again.value.check()]).toEqual([100, []])
  })

  it('refuses in words when there is no reserve left, and shows nothing as saved that is lost (D08)', ({ skip }) => {
    const disk = smallDisk(6)
    if (disk === null) return skip('no small disk can be mounted here')
    const store = openedStore(join(disk, 'profile'))
    rmSync(join(disk, 'profile', 'reserve'), { force: true })
    fillDisk(disk)
    const kept: string[] = []
    let fault: string | null = null
    for (let index = 0; index < 400 && fault === null; index += 1) {
      fault = faultOf(() => store.saved.save(savedCopyOf(`${index}`, { text: randomText(index) })))
      if (fault === null) kept.push(`saved-${index}`)
    }
    expect(fault).toBe('disk-full')
    expect(new Set(store.saved.ids())).toEqual(new Set(kept))
  })
})
