import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectLibrary } from '../../../../electron/engine/store/restore/inspectLibrary.ts'
import { forgetOldRestore, restoreFolders, undoableRestore } from '../../../../electron/engine/store/restore/restoreFolder.ts'
import { stageSwap } from '../../../../electron/engine/store/restore/swapLibrary.ts'
import { followed, minute, NOON, savedCopyOf } from '../../store/news.ts'
import { openedStore, temporaryFolder } from '../../store/profiles.ts'

/** A profile that holds one library and has another one waiting. `hasJournal`: the old one was killed before it closed. */
async function waiting(): Promise<string> {
  const profile = temporaryFolder()
  const store = openedStore(profile)
  followed(store, 'old')
  store.saved.save(savedCopyOf('old'))
  store.close()
  const other = openedStore(temporaryFolder())
  for (const name of ['new', 'newer']) other.saved.save(savedCopyOf(name))
  const { side } = restoreFolders(profile)
  mkdirSync(side, { recursive: true })
  await other.copyLibrary(join(side, 'library.sqlite'))
  expect(inspectLibrary(join(side, 'library.sqlite'))).toEqual({ ok: true, value: { saved: 2, sources: 0 } })
  return profile
}

const record = { restoredAt: NOON, madeAt: NOON, isUndo: false }

/** Opens the profile and tells which library it has and whether the other can be had back. */
function opened(profile: string) {
  const store = openedStore(profile)
  const told = { saved: store.saved.ids().toSorted(), problems: store.check(), canUndo: undoableRestore(profile) !== null }
  store.close()
  return told
}

describe('swapWaiting', () => {
  it('leaves the old library until the other is staged, and lets go what was left half made', async () => {
    const profile = await waiting()
    expect(opened(profile)).toEqual({ saved: ['saved-old'], problems: [], canUndo: false })
    expect(existsSync(restoreFolders(profile).side)).toBe(false)
  })

  it('has the new library after the next opening, and the old one to go back to', async () => {
    const profile = await waiting()
    stageSwap(profile, record)
    expect(opened(profile)).toEqual({ saved: ['saved-new', 'saved-newer'], problems: [], canUndo: true })
    expect(opened(profile)).toEqual({ saved: ['saved-new', 'saved-newer'], problems: [], canUndo: true })
    expect(existsSync(restoreFolders(profile).next)).toBe(false)
  })

  it('is the new library, whole and with the old one behind it, at whichever step the process is killed', async () => {
    for (let step = 0; ; step += 1) {
      const profile = await waiting()
      stageSwap(profile, record)
      const child = fork(new URL('swapping.ts', import.meta.url).pathname, [profile, `${step}`], { execArgv: [] })
      const [code] = (await once(child, 'exit')) as [number | null]
      expect([step, opened(profile)]).toEqual([step, { saved: ['saved-new', 'saved-newer'], problems: [], canUndo: true }])
      if (code === 0) {
        expect(step).toBeGreaterThan(5)
        break
      }
    }
  }, 300_000)
})

describe('forgetOldRestore', () => {
  it('lets what stood before go after thirty days, and not before', async () => {
    const profile = await waiting()
    stageSwap(profile, record)
    opened(profile)
    forgetOldRestore(profile, minute(30 * 24 * 60))
    expect(undoableRestore(profile)).toEqual(record)
    forgetOldRestore(profile, minute(30 * 24 * 60 + 1))
    expect(undoableRestore(profile)).toBeNull()
  })
})
