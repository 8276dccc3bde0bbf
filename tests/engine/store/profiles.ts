import { mkdtempSync, rmSync } from 'node:fs'
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
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
