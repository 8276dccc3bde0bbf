import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, newServer, openEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'
import { linesUntilKilled, loadProcess, type KilledProcess } from './killedProcess.ts'
import { costNow } from '../fixtures/cost.ts'

closesAfterEach()

const KILLS = 15

/** Starts a loaded engine, kills it some time after it was ready, and answers what it had acknowledged. */
async function workUntilKilled(child: KilledProcess, after: number): Promise<{ read: string[]; saved: string[] }> {
  const lines = await linesUntilKilled(child, after)
  const named = (what: string) => lines.flatMap((line) => (line.startsWith(`${what} `) ? line.split(' ').slice(1) : []))
  return { read: named('read'), saved: named('saved') }
}

describe('createEngine, killed', () => {
  it(
    `D01: loses nothing that it acknowledged, and stores nothing twice, when it is killed ${KILLS} times during refreshes`,
    { timeout: 120_000 },
    async () => {
      const server = await newServer()
      const profile = newProfile()
      let polls = 0
      const first = await openEngine({ profile })
      for (let number = 0; number < 8; number += 1) {
        server.route(`/${number}.xml`, (_request, response) => {
          polls += 1
          const change = (entry: number) => ({ title: `Feed ${number} entry ${entry}`, link: `/${number}/${entry}` })
          response.end(rss(`Feed ${number}`, entries(polls, polls + 25, change)))
        })
      }
      await Promise.all(Array.from({ length: 8 }, (_, number) => first.ask('addSource', { address: `${server.url}/${number}.xml` })))
      await first.close()
      const acknowledged = { read: new Set<string>(), saved: new Set<string>() }
      let next = loadProcess('./killedEngine.ts', profile)
      for (let kill = 0; kill < KILLS; kill += 1) {
        const now = next
        if (kill < KILLS - 1) next = loadProcess('./killedEngine.ts', profile)
        const said = await workUntilKilled(now, 20 + Math.random() * 400)
        for (const id of said.read) acknowledged.read.add(id)
        for (const id of said.saved) acknowledged.saved.add(id)
      }
      const before = costNow()
      const news = await openEngine({ profile })
      const { saved } = await news.ask('listSaved', {})
      expect(costNow() - before).toBeLessThan(2_000)
      const kept = new Map(saved.map((item) => [item.id, item.note]))
      expect([...acknowledged.saved].filter((id) => kept.get(id) !== `note of ${id}`)).toEqual([])
      expect([acknowledged.read.size > KILLS, acknowledged.saved.size > KILLS / 3]).toEqual([true, true])
      expect(await unreadAmong(acknowledged.read)).toEqual([])
      expect(await news.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
      expect(await doubles()).toEqual([])
      await news.refresh()
      expect([await doubles(), (await news.ask('getStatus', {})).notices]).toEqual([[], []])

      async function unreadAmong(ids: ReadonlySet<string>): Promise<string[]> {
        const unread: string[] = []
        const all = [...ids]
        for (let start = 0; start < all.length; start += 200) {
          const { articles } = await news.ask('getRows', { ids: all.slice(start, start + 200) })
          if (articles.length !== Math.min(200, all.length - start)) unread.push('rows are missing')
          unread.push(...articles.filter((row) => !row.isRead).map((row) => row.id))
        }
        return unread
      }

      async function doubles(): Promise<string[]> {
        const urls: string[] = []
        for (let after: string | undefined; ;) {
          const page = await news.ask('listArticles', { scope: {}, limit: 200, ...(after === undefined ? {} : { after }) })
          urls.push(...page.articles.map((row) => row.url ?? ''))
          if (page.next === null) break
          after = page.next
        }
        return urls.filter((url, place) => urls.indexOf(url) !== place)
      }
    },
  )
})
