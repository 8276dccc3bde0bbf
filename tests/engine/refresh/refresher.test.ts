import { describe, expect, it } from 'vitest'
import type { FetchRequest, Fetched } from '../../../electron/engine/fetch/fetched.ts'
import type { SourceOutcome } from '../../../electron/engine/refresh/outcome.ts'
import { createRefresher } from '../../../electron/engine/refresh/refresher.ts'
import type { RefreshParts } from '../../../electron/engine/refresh/refreshParts.ts'
import { openStore } from '../../../electron/engine/store/store.ts'
import type { Workbench } from '../../../electron/engine/workbench/bench.ts'
import { jobsAtWork } from '../../../electron/engine/workbench/jobsAtWork.ts'
import type { RefreshState } from '../../../shared/contract/status.ts'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { HOUR, type EpochMs } from '../../../shared/time.ts'
import { entries, rss } from '../../fixtures/newsServer.ts'

const NOW = Date.UTC(2026, 0, 15, 12) as EpochMs

/** A refresher over a real store; what publishers answer, and how jobs end, is up to the test. */
function refresherOf(count: number, answerTo: (request: FetchRequest) => Promise<Result<Fetched, SourceFailure>>) {
  const opened = openStore({ profile: ':memory:', now: () => NOW })
  if (!opened.ok) throw new Error('no store')
  const store = opened.value
  const stopper = new AbortController()
  const world = { atWork: 0, mostAtWork: 0, job: (_url: string): void => undefined }
  const workbench: Workbench = {
    run: async (name, input) => {
      world.job('url' in input ? input.url : '')
      return jobsAtWork[name](input)
    },
    close: async () => undefined,
  }
  const get = async (request: FetchRequest): Promise<Result<Fetched, SourceFailure>> => {
    world.atWork += 1
    world.mostAtWork = Math.max(world.mostAtWork, world.atWork)
    const answer = await answerTo(request)
    world.atWork -= 1
    return answer
  }
  const parts: RefreshParts = {
    store,
    workbench,
    robots: { mayRead: async () => true },
    heldBackBy: () => null,
    now: () => NOW,
    chance: () => 0.5,
    checkEvery: () => null,
    stop: stopper.signal,
    fetcher: { get, close: async () => undefined },
    pictures: { keep: async () => undefined },
    wait: async () => undefined,
  }
  const told = { progress: [] as RefreshState[], asked: [] as string[], finished: [] as number[], faults: [] as unknown[] }
  const refresher = createRefresher(parts, {
    progress: (state) => told.progress.push(state),
    asked: (id) => told.asked.push(id),
    finished: (outcomes: readonly SourceOutcome[]) => told.finished.push(outcomes.length),
    fault: (fault) => told.faults.push(fault),
    stored: () => undefined,
    completed: () => undefined,
  })
  const sources = store.sources.addAll(
    Array.from({ length: count }, (_, number) => ({
      ...({ kind: 'feed', title: `Feed ${number}`, siteUrl: null, category: 'industry' } as const),
      url: `https://publisher-${number}.example/feed`,
    })),
  )
  return { refresher, parts, store, sources, told, world, stopper }
}

const quiet = () => undefined
const deaf = { progress: quiet, asked: quiet, finished: quiet, stored: quiet, completed: quiet, fault: quiet }

function bodyOf(text: string, url: string): Result<Fetched, SourceFailure> {
  const about = { finalUrl: url, movedTo: null, validators: { etag: '"1"', lastModified: null }, askedToWait: null }
  return ok({ kind: 'body', bytes: new TextEncoder().encode(text), contentType: 'application/rss+xml', ...about })
}

const goodAnswer = async ({ url }: FetchRequest) => bodyOf(rss('Feed', entries(0, 2)), url)

describe('createRefresher', () => {
  it('reports what every source came to', async () => {
    const { refresher, sources } = refresherOf(3, async (request) =>
      request.url.includes('-1.') ? failed({ kind: 'unreachable', host: 'publisher-1.example' }) : goodAnswer(request),
    )
    expect(await refresher.refresh(sources)).toMatchObject({
      sources: 3,
      added: 4,
      updated: 0,
      unchanged: 0,
      failed: [{ sourceId: sources[1]?.id, kind: 'unreachable', sentence: 'publisher-1.example could not be reached.' }],
    })
  })

  it('tells progress up to its end, which is at rest, however many rounds run into one another', async () => {
    const { refresher, sources, told } = refresherOf(5, goodAnswer)
    await Promise.all([refresher.refresh(sources.slice(0, 3)), refresher.refresh(sources.slice(2))])
    expect(told.progress.slice(0, -1).every((state) => state.isRunning && state.done < state.total && state.total <= 5)).toBe(true)
    expect(told.progress.at(-1)).toEqual({ isRunning: false, done: 0, total: 0 })
    expect(refresher.state()).toEqual({ isRunning: false, done: 0, total: 0 })
  })

  it('joins a source that is being asked already', async () => {
    let asked = 0
    const { refresher, sources, told } = refresherOf(1, async (request) => {
      asked += 1
      await new Promise((resolve) => void setTimeout(resolve, 20))
      return goodAnswer(request)
    })
    const both = await Promise.all([refresher.refresh(sources), refresher.refresh(sources)])
    expect([asked, both.map((one) => one.added), told.asked.length]).toEqual([1, [2, 2], 1])
  })

  it('has some sixty sources on their way at once, and all in the end', async () => {
    const { refresher, sources, world } = refresherOf(300, async (request) => {
      await new Promise((resolve) => void setTimeout(resolve, 1))
      return failed({ kind: 'unreachable', host: request.url })
    })
    const report = await refresher.refresh(sources)
    expect([report.failed.length, world.mostAtWork]).toEqual([300, 64])
  })

  it('answers at once where nothing is to be asked', async () => {
    const { refresher, told } = refresherOf(0, goodAnswer)
    expect(await refresher.refresh([])).toMatchObject({ sources: 0, failed: [] })
    expect(told.progress).toEqual([])
  })

  it('a job that throws stops its own source alone, is told as a fault, and is not asked again at once', async () => {
    const { refresher, sources, world, store, told } = refresherOf(3, goodAnswer)
    world.job = (url) => {
      if (url.includes('-1.')) throw new Error('a fault of ours')
    }
    const report = await refresher.refresh(sources)
    expect([report.added, report.failed.map((one) => one.kind), told.faults.length]).toEqual([4, ['broken'], 1])
    const state = store.schedule.get(sources[1]?.id ?? '')
    expect(state).toMatchObject({ failuresInRow: 1, failure: { kind: 'broken' }, lastCheckedAt: NOW, nextCheckAt: NOW + 2 * HOUR })
    expect(told.progress.at(-1)?.isRunning).toBe(false)
  })

  it.each([
    [Object.assign(new Error('full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 }), 'disk-full', 0],
    [Object.assign(new Error('read only'), { code: 'ERR_SQLITE_ERROR', errcode: 8 }), 'profile-read-only', 0],
    [new TypeError('a fault of ours'), 'broken', 1],
  ])('a store that throws %s for one source lets the others be stored', async (fault, kind, faults) => {
    const { parts, sources, told, store } = refresherOf(3, goodAnswer)
    const keep: typeof store.articles.keep = (sourceId, ...rest) => {
      if (sourceId === sources[1]?.id) throw fault
      return store.articles.keep(sourceId, ...rest)
    }
    const failing = { ...parts, store: { ...store, articles: { ...store.articles, keep } } }
    const refresher = createRefresher(failing, { ...deaf, fault: (one) => told.faults.push(one) })
    const report = await refresher.refresh(sources)
    expect([report.added, report.failed.map((one) => one.kind), told.faults.length]).toEqual([4, [kind], faults])
  })

  it.each([
    ['isReadOnly', 'profile-read-only'],
    ['isDiskNearlyFull', 'disk-full'],
  ] as const)('asks nobody for what cannot be kept (%s)', async (obstacle, kind) => {
    let asked = 0
    const { parts, sources, store } = refresherOf(2, async (request) => {
      asked += 1
      return goodAnswer(request)
    })
    const stopped = obstacle === 'isReadOnly' ? { ...store, isReadOnly: true } : { ...store, isDiskNearlyFull: () => true }
    const report = await createRefresher({ ...parts, store: stopped }, deaf).refresh(sources)
    expect([report.failed.map((one) => one.kind), asked]).toEqual([[kind, kind], 0])
  })

  it('stores nothing of a source that was removed while it was asked, and leaves no schedule of it', async () => {
    const made = refresherOf(1, async (request) => {
      made.store.sources.remove(made.sources[0]?.id ?? '')
      return goodAnswer(request)
    })
    const { refresher, sources, store } = made
    expect(await refresher.refresh(sources)).toMatchObject({ added: 0, failed: [] })
    expect([store.articles.counts().filter((one) => one.total > 0), store.schedule.all().size]).toEqual([[], 0])
  })

  it('takes what ends by closing for no verdict on the source', async () => {
    const made = refresherOf(1, async () => {
      made.stopper.abort()
      return failed({ kind: 'took-too-long' })
    })
    await made.refresher.refresh(made.sources)
    expect(made.store.schedule.all().size).toBe(0)
  })
})
