import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { neverAsked } from '../../../electron/engine/store/cache/schedule.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { fillStore } from '../store/fill.ts'

const A_YEAR = 365 * 24 * 60 * 60_000
const DONE_AT_ONCE = 1_000

const made = new Map<number, string>()

/**
 * A profile with that many articles of 500 sources, at rest: everything indexed and read for companies, no source due. It is made
 * once in a run and goes with the process.
 */
export function storedNews(count: number): string {
  const profile = made.get(count) ?? fill(count)
  made.set(count, profile)
  return profile
}

function fill(count: number): string {
  const profile = join(mkdtempSync(join(tmpdir(), 'newsdesk-stored-')), 'profile')
  process.once('exit', () => rmSync(join(profile, '..'), { recursive: true, force: true }))
  mkdirSync(profile, { mode: 0o700 })
  const store = openStore({ profile, now: () => Date.now() as EpochMs })
  if (!store.ok) throw new Error(`the store did not open: ${store.failure.kind}`)
  fillStore(store.value, count)
  restFromWork(store.value)
  store.value.close()
  return profile
}

/** What an engine would have done long ago, and what it would do over the network. */
function restFromWork({ sources, schedule, toRelate }: Store): void {
  const now = Date.now() as EpochMs
  const asked = { ...neverAsked, lastCheckedAt: now, lastSuccessAt: now, nextCheckAt: (now + A_YEAR) as EpochMs }
  for (const { id } of sources.list()) schedule.put(id, asked)
  for (let waiting = toRelate.next(DONE_AT_ONCE); waiting.length > 0; waiting = toRelate.next(DONE_AT_ONCE)) {
    for (const { article } of waiting) toRelate.inBatch(() => toRelate.done(article))
    toRelate.settle()
  }
}
