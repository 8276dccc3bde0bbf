import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import type { SavedItem } from '../../../shared/contract/article.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { newProfile, newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, paragraphs, picture, rss, type NewsServer } from '../../fixtures/newsServer.ts'
import { savedMedia, wholePictures } from '../savedFolder.ts'
import { SavedModel, type ModelItem } from './savedModel.ts'

const ARTICLES = 8
/** Some articles show the same picture. */
const PICTURES = 3
/** What a profile may lose without a saved item noticing. */
const LOSSES = { cache: ['cache.sqlite', 'cache.sqlite-wal', 'cache.sqlite-shm'], media: ['media'] } as const

/** An engine that is started again and again, the publisher of one source, and the model of what is saved. */
export interface SavedWorld {
  readonly model: SavedModel
  readonly time: { now: number }
  /** How the publisher words its articles, from which number on it carries them, and whether it has the pictures. */
  readonly publisher: { edition: number; first: number; hasPictures: boolean }
  readonly ask: NewsEngine['ask']
  readonly mayAsk: NewsEngine['engine']['call']
  /** Follows the source, and answers its id. */
  readonly follow: () => Promise<string>
  /** Time passes, and a refresh at its end has the publisher confirm it. */
  readonly pass: (time: number) => Promise<void>
  /** Compares, closes, loses what is named, starts, and compares again while the publisher has no picture. */
  readonly restart: (...losses: (keyof typeof LOSSES)[]) => Promise<void>
}

/** A world in which the source is followed, its articles are old after a week, and nothing is saved. */
export async function openWorld(): Promise<SavedWorld> {
  const profile = newProfile()
  const server = await newServer()
  const time = { now: Date.now() }
  const publisher = { edition: 0, first: 0, hasPictures: true }
  publish(server, publisher, time)
  const open = (): Promise<NewsEngine> => openEngine({ profile, now: () => time.now as EpochMs })
  let news = await open()
  const world: SavedWorld = {
    model: new SavedModel(),
    time,
    publisher,
    ask: (request, input) => news.ask(request, input),
    mayAsk: (request, input) => news.engine.call(request, input),
    follow: async () => (await news.ask('addSource', { address: `${server.url}/feed.xml` })).source.id,
    pass: async (passed) => {
      time.now += passed
      world.model.forgetUndos(time.now)
      await news.refresh()
    },
    restart: async (...losses) => {
      await compare(world, profile)
      await news.close()
      world.model.forgetUndos(Infinity)
      for (const name of losses.flatMap((loss) => LOSSES[loss])) rmSync(join(profile, name), { recursive: true, force: true })
      publisher.hasPictures = false
      news = await open()
      await until(() => savedMedia(profile).length === world.model.pictures().size)
      await compare(world, profile)
      publisher.hasPictures = true
    },
  }
  await world.follow()
  await news.ask('changeSettings', { change: { keepReadDays: 7, keepUnreadDays: 7, keepAtLeast: 0 } })
  return world
}

function publish(server: NewsServer, publisher: SavedWorld['publisher'], time: SavedWorld['time']): void {
  for (let number = 0; number < PICTURES; number += 1) {
    server.route(`/${number}.png`, (_request, response) => {
      response.writeHead(publisher.hasPictures ? 200 : 404, { 'content-type': 'image/png' }).end(picture(number))
    })
  }
  server.route('/feed.xml', (_request, response) => {
    const all = entries(publisher.first, publisher.first + ARTICLES, (number) => ({
      title: `Port trial ${number}, edition ${publisher.edition}`,
      body: `${paragraphs(number + publisher.edition)}<p><img src="/${number % PICTURES}.png" alt="A crane"></p>`,
    }))
    const date = new Date(time.now).toUTCString()
    response.writeHead(200, { 'content-type': 'application/rss+xml', date }).end(rss('Harbour', all))
  })
}

/** Holds saved items, collections and files to the model, once what was to be fetched is there. */
async function compare({ ask, model }: SavedWorld, profile: string): Promise<void> {
  await until(async () => (await ask('listSaved', { isIncomplete: true })).saved.length === 0)
  const { saved } = await ask('listSaved', {})
  const kept = await Promise.all(saved.map(async (item) => [item.id, await shownOf(item, ask)] as const))
  expect(new Map(kept)).toEqual(model.items)
  const { collections } = await ask('listCollections', {})
  expect(collections.map(({ id, name }) => ({ id, name }))).toEqual(model.collections)
  const whole = wholePictures(profile)
  const hashes = await Promise.all(saved.map(async ({ id }) => (await ask('getArticle', { id })).article.images.map((image) => image.path)))
  expect(hashes.flat().filter((path) => path === null || !whole.has(basename(path)))).toEqual([])
}

/** A saved item as it is listed and read. */
async function shownOf(item: SavedItem, ask: SavedWorld['ask']): Promise<ModelItem> {
  const { article } = await ask('getArticle', { id: item.id })
  const { title, note, collectionId } = item
  expect([article.title, article.note, article.tags.toSorted()]).toEqual([title, note, item.tags.toSorted()])
  const pictures = article.images.map((image) => image.url)
  return { title, text: article.text, note, tags: article.tags.toSorted(), collectionId, pictures }
}
