import { afterEach, describe, expect, it } from 'vitest'
import { openWorkbench, workbenchLimits, type Workbench, type WorkbenchLimits } from '../../../electron/engine/workbench/bench.ts'
import type { Document } from '../../../electron/engine/workbench/jobs.ts'
import type { DurationMs } from '../../../shared/time.ts'
import { articlePage, entries, homePage, rss } from '../../fixtures/newsServer.ts'
import { costNow } from '../../fixtures/cost.ts'

const benches: Workbench[] = []
afterEach(async () => void (await Promise.all(benches.splice(0).map((bench) => bench.close()))))

function benchWith(limits: Partial<WorkbenchLimits> = {}): Workbench {
  const bench = openWorkbench({ ...workbenchLimits, ...limits })
  benches.push(bench)
  return bench
}

function documentOf(text: string, contentType = 'application/rss+xml'): Document {
  return { bytes: new TextEncoder().encode(text), contentType, url: 'https://harbour.example/feed.xml' }
}

const feed = (count = 3) => documentOf(rss('Harbour News', entries(0, count)))
/** Reading it takes seconds: many small elements. */
const long = () => documentOf(rss('Long', entries(0, 4_000)))

const tookTooLong = { ok: false, failure: { kind: 'took-too-long' } }

describe('openWorkbench', () => {
  it('reads a feed all the way to drafts, in its own thread', async () => {
    const read = await benchWith().run('readFeed', feed())
    expect(read.ok && [read.value.about.title, read.value.drafts.map((draft) => draft.title)]).toEqual([
      'Harbour News',
      ['Port trial number 2', 'Port trial number 1', 'Port trial number 0'],
    ])
  })

  it('does jobs one after another, each with its own answer', async () => {
    const bench = benchWith()
    const counts = await Promise.all(
      [1, 5, 2, 4].map(async (count) => {
        const read = await bench.run('readFeed', feed(count))
        return read.ok ? read.value.drafts.length : null
      }),
    )
    expect(counts).toEqual([1, 5, 2, 4])
  })

  it('looks around: a feed, a page, or neither', async () => {
    const bench = benchWith()
    const page = await bench.run('lookAround', documentOf(homePage('/news.xml'), 'text/html'))
    const surroundings = await bench.run('lookAround', feed())
    expect([surroundings.ok && surroundings.value.kind, page.ok && page.value.kind]).toEqual(['feed', 'page'])
    expect(await bench.run('lookAround', documentOf('%PDF-1.7', 'application/pdf'))).toEqual({
      ok: false,
      failure: { kind: 'not-news', contentType: 'application/pdf' },
    })
    expect(await bench.run('lookAround', documentOf(' \n', 'text/html'))).toMatchObject({ failure: { kind: 'empty-document' } })
  })

  it('P02: a job that takes too long answers so, and the next works in a new thread', async () => {
    const bench = benchWith({ jobTakes: 40 as DurationMs })
    expect(await bench.run('readFeed', long())).toEqual(tookTooLong)
    const patient = benchWith()
    const [first, second] = await Promise.all([patient.run('readFeed', feed()), patient.run('readFeed', feed(1))])
    expect([first.ok, second.ok]).toEqual([true, true])
  })

  it('P02: a job that takes more memory than it may answers so, and the next works in a new thread', async () => {
    const bench = benchWith({ heapMiB: 40 })
    const items = Array.from({ length: 200_000 }, (_, number) => `<item><guid>${number}</guid><title>N ${number}</title></item>`)
    const big = rss('Big', [], items.join(''))
    const end = await bench.run('readFeed', documentOf(big))
    expect([end.ok, end.ok ? null : end.failure.kind]).toEqual([false, 'took-too-long'])
    const read = await bench.run('readFeed', feed())
    expect(read.ok).toBe(true)
  })

  it('P02: reads of a page with 200,000 elements what it can or gives it up, and never stops the engine for long', async () => {
    const bench = benchWith()
    let [last, longest] = [costNow(), 0]
    const timer = setInterval(() => {
      longest = Math.max(longest, costNow() - last)
      last = costNow()
    }, 5)
    const page = articlePage('Deep', '<div>'.repeat(5_000) + '<p>word <b>x</b></p>'.repeat(100_000))
    await bench.run('readArticlePage', { ...documentOf(page, 'text/html'), title: 'Deep', feedText: '' })
    clearInterval(timer)
    expect(longest).toBeLessThan(500)
    expect((await bench.run('readFeed', feed())).ok).toBe(true)
  })

  it('answers what is at work, what waits and what comes later when it is closed', async () => {
    const bench = benchWith()
    const atWork = [bench.run('readFeed', long()), bench.run('readFeed', feed()), bench.run('lookAround', feed())]
    await bench.close()
    expect(await Promise.all(atWork)).toEqual([tookTooLong, tookTooLong, tookTooLong])
    expect(await bench.run('readFeed', feed())).toEqual(tookTooLong)
  })

  it('fails as a fault of ours where a job throws, and works on', async () => {
    const bench = benchWith()
    await expect(bench.run('readFeed', { ...feed(), url: undefined as never, bytes: null as never })).rejects.toThrow()
    expect((await bench.run('readFeed', feed())).ok).toBe(true)
  })

  it('starts anew after its threads went to rest', async () => {
    const bench = benchWith({ restsAfter: 20 as DurationMs })
    await bench.run('readFeed', feed())
    await new Promise((resolve) => void setTimeout(resolve, 80))
    expect((await bench.run('readFeed', feed())).ok).toBe(true)
  })
})
