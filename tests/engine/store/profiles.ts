import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import { NOON } from './news.ts'

/** An open store, closed after the test. */
export function openedStore(profile = ':memory:'): Store {
  const opened = openStore({ profile, now: () => NOON })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.failure.kind}`)
  onTestFinished(() => opened.value.close())
  return opened.value
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  return folderIn(tmpdir())
}

/** Such a folder in the memory of a Linux, for tests that open hundreds of profiles: a disk would make them wait for each commit. */
export function quickFolder(): string {
  return folderIn(isWritable('/dev/shm') ? '/dev/shm' : tmpdir())
}

function folderIn(place: string): string {
  const folder = mkdtempSync(join(place, 'newsdesk-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
