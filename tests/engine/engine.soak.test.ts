import { execFile } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, newServer } from '../fixtures/newsEngine.ts'
import { entries, noisyPicture, paragraphs, rss, type NewsServer } from '../fixtures/newsServer.ts'

closesAfterEach()

/** `NEWSDESK_FULL` asks for as long and as many as the hazard names. */
const isWhole = process.env['NEWSDESK_FULL'] !== undefined
const [FEEDS, HOURS] = isWhole ? [100, 72] : [10, 30]
/** Every tenth answer is none. */
const FAULTY = 10
const SHOWN = 20
const SCRIPT = fileURLToPath(new URL('./soakedEngine.ts', import.meta.url))

interface Taken {
  readonly hour: number
  readonly memory: number
  readonly open: number
  readonly articles: number
  readonly pictures: number
  readonly budget: number
  readonly faults: readonly string[]
}

describe('an engine that runs for days', () => {
  it(
    `D18: takes no more and more of the computer, with ${FEEDS} feeds of which a tenth fails, for ${HOURS} hours`,
    { timeout: 1_800_000 },
    async () => {
      const server = await newServer()
      publish(server)
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--expose-gc',
        SCRIPT,
        newProfile(),
        server.url,
        String(FEEDS),
        String(HOURS),
      ])
      const told = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Taken)
      const [first, last] = [told[0], told.at(-1)]
      if (first === undefined || last === undefined) throw new Error('nothing was told')
      expect(last.faults).toEqual([])
      expect(Math.max(...told.map(({ open }) => open))).toBeLessThanOrEqual(first.open + 4)
      for (const { pictures, budget } of told) expect(pictures).toBeLessThanOrEqual(budget * 1.1)
      // Those of the last day and the hours before it in which nothing was let go.
      expect(last.articles).toBeLessThan(FEEDS * (24 + 24 + SHOWN))
      for (const day of told.filter(({ hour }) => isWhole && hour > 24)) {
        const before = told.find(({ hour }) => hour === day.hour - 24)
        expect(day.memory, `hour ${day.hour}`).toBeLessThan((before?.memory ?? 0) * 1.1)
      }
    },
  )
})

/** A publisher of many feeds, each with a new article with a picture every hour. */
function publish(server: NewsServer): void {
  let [hour, asked] = [0, 0]
  for (let at = 1; at <= HOURS; at += 1) server.route(`/hour/${at}`, (_, response) => void ((hour = at), response.end()))
  const isFaulty = (): boolean => hour > 0 && (asked += 1) % FAULTY === 0
  for (let feed = 0; feed < FEEDS; feed += 1) {
    server.route(`/feed/${feed}`, (request, response) => {
      if (isFaulty()) return fail(asked / FAULTY, request, response)
      const items = entries(hour, hour + SHOWN, (number) => ({
        guid: `${feed}-${number}`,
        link: `/news/${feed}-${number}`,
        title: `Port trial ${number} of harbour ${feed}`,
        body: `${paragraphs(number)}<p><img src="/picture/${feed}-${number}.png" alt="A crane"></p>`,
      }))
      for (const { guid } of items) server.route(`/picture/${guid}.png`, pictureOf)
      return response.setHeader('content-type', 'application/rss+xml').end(rss(`Harbour ${feed}`, items))
    })
  }
  function pictureOf(request: IncomingMessage, response: ServerResponse): unknown {
    if (isFaulty()) return fail(asked / FAULTY, request, response)
    const [, feed = 0, number = 0] = /(\d+)-(\d+)/.exec(request.url ?? '') ?? []
    return response.setHeader('content-type', 'image/png').end(noisyPicture(Number(feed) * 1000 + Number(number)))
  }
}

/** In turn: busy, broken off, cut short, not what it says, gone. */
function fail(turn: number, request: IncomingMessage, response: ServerResponse): unknown {
  const ways = [
    () => response.writeHead(503).end('busy'),
    () => request.socket.destroy(),
    () => {
      response.writeHead(200, { 'content-length': 5000 }).write('<rss><chan')
      return setTimeout(() => request.socket.destroy(), 20)
    },
    () => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end('<rss><channel><title>x</title><item>'),
    () => response.writeHead(404).end('gone'),
  ]
  return ways[turn % ways.length]?.()
}
