import { describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../electron/engine/store/store.ts'
import type { EpochMs } from '../../shared/time.ts'
import { closesAfterEach, newProfile, newServer, openEngine, until } from '../fixtures/newsEngine.ts'
import { entries, paragraphs, picture, rss } from '../fixtures/newsServer.ts'
import { linesUntilKilled, loadProcess } from './killedProcess.ts'
import { savedMedia, wholePictures } from './savedFolder.ts'

closesAfterEach()

/** `NEWSDESK_FULL` asks for as many as the hazard names. */
const KILLS = process.env['NEWSDESK_FULL'] === undefined ? 40 : 200
const ARTICLES = 30

/** What is saved, by id, as the engine acknowledged it: the note, which is the only tag too. */
type Acknowledged = Map<string, string>

describe('saveArticle and unsaveArticle, killed', () => {
  it(
    `D02: lose nothing, bring nothing back and leave nothing half, when the engine is killed ${KILLS} times`,
    { timeout: KILLS * 8_000 },
    async () => {
      const profile = newProfile()
      const texts = await textsOfFeed(profile)
      const acknowledged: Acknowledged = new Map()
      let changes = 0
      let next = loadProcess('./killedSaver.ts', profile)
      for (let kill = 0; kill < KILLS; kill += 1) {
        const now = next
        if (kill < KILLS - 1) next = loadProcess('./killedSaver.ts', profile)
        const lines = await linesUntilKilled(now, Math.random() * 120)
        changes += lines.filter((line) => line === 'done').length
        const unsure = follow(lines, acknowledged)
        withStore(profile, (store) => compare(store, acknowledged, unsure, texts))
        withStore(profile, (store) => expect(halfPictures(store, profile)).toEqual([]))
      }
      expect(changes).toBeGreaterThan(KILLS)
      const news = await openEngine({ profile })
      const { saved } = await news.ask('listSaved', {})
      expect(new Map(saved.map((item) => [item.id, item.note]))).toEqual(acknowledged)
      expect(await news.ask('checkProfile', {})).toEqual({ ok: true, problems: [] })
      // One of each article’s own, and one that all show.
      const pictures = acknowledged.size === 0 ? 0 : acknowledged.size + 1
      await until(() => savedMedia(profile).length === pictures)
      expect(wholePictures(profile).size).toBe(pictures)
    },
  )
})

/** The saved items that have not both of their pictures, each in a whole file. */
function halfPictures(store: Store, profile: string): string[] {
  const whole = wholePictures(profile)
  const isThere = (hash: string | undefined): boolean => hash !== undefined && whole.has(hash)
  return store.saved.ids().filter((id) => store.saved.get(id)?.kept.filter(({ stored }) => isThere(stored?.hash)).length !== 2)
}

/** Follows a feed and answers the text of each of its articles. */
async function textsOfFeed(profile: string): Promise<ReadonlyMap<string, string>> {
  const server = await newServer()
  server.route('/quay.png', picture(200))
  for (let number = 0; number < ARTICLES; number += 1) server.route(`/${number}.png`, picture(number))
  const all = entries(0, ARTICLES, (number) => ({ body: bodyOf(number) }))
  server.route('/feed.xml', rss('Harbour', all))
  const news = await openEngine({ profile })
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  await until(async () => (await news.articles()).every((article) => article.offline === 'ready'))
  const texts = new Map<string, string>()
  for (const { id } of await news.articles()) texts.set(id, (await news.ask('getArticle', { id })).article.text)
  await news.close()
  return texts
}

function bodyOf(number: number): string {
  return `${paragraphs(number)}<p><img src="/${number}.png" alt="A crane"><img src="/quay.png" alt="The quay"></p>`
}

/** Takes in what was acknowledged; answers the change under way at the kill, of which either end is right. */
function follow(lines: readonly string[], acknowledged: Acknowledged): { id: string; note: string | undefined } | null {
  let unsure: { id: string; note: string | undefined } | null = null
  for (const line of lines) {
    const [what, id = '', note] = line.split(' ')
    if (what === 'save' || what === 'unsave') unsure = { id, note }
    if (what !== 'done' || unsure === null) continue
    put(acknowledged, unsure.id, unsure.note)
    unsure = null
  }
  return unsure
}

/** Holds the store to what was acknowledged, and takes over which end the last change came to. */
function compare(store: Store, acknowledged: Acknowledged, unsure: ReturnType<typeof follow>, texts: ReadonlyMap<string, string>): void {
  if (unsure !== null) {
    const note = store.saved.get(unsure.id)?.note
    expect([acknowledged.get(unsure.id), unsure.note]).toContain(note)
    put(acknowledged, unsure.id, note)
  }
  const copies = store.saved.ids().map((id) => store.saved.get(id))
  const kept = new Map(copies.map((copy) => [copy?.id, { note: copy?.note, tags: copy?.tags, text: copy?.text }]))
  const expected = new Map([...acknowledged].map(([id, note]) => [id, { note, tags: [note], text: texts.get(id) }]))
  expect(kept).toEqual(expected)
  expect(copies.filter((copy) => copy?.html === '' || copy?.sourceTitle !== 'Harbour')).toEqual([])
}

function put(acknowledged: Acknowledged, id: string, note: string | undefined): void {
  if (note === undefined) acknowledged.delete(id)
  else acknowledged.set(id, note)
}

function withStore(profile: string, work: (store: Store) => void): void {
  const opened = openStore({ profile, now: () => Date.now() as EpochMs })
  if (!opened.ok) throw new Error(opened.failure.kind)
  try {
    work(opened.value)
  } finally {
    opened.value.close()
  }
}
