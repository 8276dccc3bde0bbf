import { expect } from 'vitest'
import { DAY, MINUTE, type DurationMs } from '../../../shared/time.ts'
import type { SavedWorld } from './savedWorld.ts'

/** Numbers that choose what a step is done to. */
export interface Choice {
  readonly one: number
  readonly other: number
}

type Step = (world: SavedWorld, choice: Choice) => Promise<unknown>

const UNDO_LASTS: DurationMs = (10 * MINUTE) as DurationMs
const NAMES = ['Bids', 'Later', 'For the board', '港口']

/** What a person, a publisher and a disk do to saved items: each does it to the engine and to the model alike. */
export const savedSteps = {
  save: async (world, { one, other }) => {
    const { articles } = await world.ask('listArticles', { scope: {}, limit: 50 })
    const id = chosen(articles, one)?.id
    if (id === undefined) return
    const { article } = await world.ask('getArticle', { id })
    const words = { note: `note ${other}`, tags: [`tag ${other}`], collectionId: chosen(world.model.collections, other)?.id ?? null }
    const { undo } = await world.ask('saveArticle', { id, ...words })
    const { title, text, images } = article
    if (world.model.items.has(id)) return mayUndo(world, undo, world.model.write(id, words))
    world.model.items.set(id, { title, text, pictures: images.map((image) => image.url), ...words })
  },

  note: async (world, { one, other }) => {
    const id = savedId(world, one)
    if (id === undefined) return
    const note = `changed ${other}`
    const { undo } = await world.ask('saveArticle', { id, note })
    mayUndo(world, undo, world.model.write(id, { note }))
  },

  file: async (world, { one, other }) => {
    const id = savedId(world, one)
    if (id === undefined) return
    const tags = world.model.items.get(id)?.tags ?? []
    const collectionId = chosen([null, ...world.model.collections], other)?.id ?? null
    const { undo } = await world.ask('changeSaved', { ids: [id], addTags: [`more ${other}`], removeTags: tags.slice(0, 1), collectionId })
    const after = [...new Set([...tags.slice(1), `more ${other}`])].toSorted()
    mayUndo(world, undo, world.model.write(id, { tags: after, collectionId }))
  },

  unsave: async (world, { one }) => {
    const id = savedId(world, one)
    if (id === undefined) return
    const { undo } = await world.ask('unsaveArticle', { id })
    mayUndo(world, undo, world.model.unsave(id))
  },

  undo: async (world, { one }) => {
    const undo = chosen(world.model.undos, one)
    if (undo === undefined) return
    expect(await world.ask('undo', { token: undo.token })).toEqual({ undone: true })
    world.model.undos = world.model.undos.filter((other) => other !== undo)
    undo.takeBack()
  },

  make: async (world, { one }) => {
    const { collection } = await world.ask('makeCollection', { name: chosen(NAMES, one) ?? '' })
    world.model.collections.push({ id: collection.id, name: collection.name })
  },

  rename: async (world, { one, other }) => {
    const id = chosen(world.model.collections, one)?.id
    if (id === undefined) return
    const { undo } = await world.ask('renameCollection', { id, name: `Renamed ${other}` })
    mayUndo(world, undo, world.model.rename(id, `Renamed ${other}`))
  },

  move: async (world, { one, other }) => {
    const id = chosen(world.model.collections, one)?.id
    if (id === undefined) return
    const { undo } = await world.ask('moveCollection', { id, place: other })
    mayUndo(world, undo, world.model.move(id, other))
  },

  remove: async (world, { one }) => {
    const id = chosen(world.model.collections, one)?.id
    if (id === undefined) return
    const { undo } = await world.ask('removeCollection', { id })
    mayUndo(world, undo, world.model.removeCollection(id))
  },

  unfollow: async (world) => {
    const { sources } = await world.ask('listSources', {})
    const id = sources[0]?.id
    if (id === undefined) return
    const { undo } = await world.ask('removeSource', { id })
    mayUndo(world, undo, () => undefined)
  },

  follow: (world) => world.follow(),

  edit: async (world) => {
    world.publisher.edition += 1
    await world.pass(MINUTE)
  },

  /** The publisher takes its oldest articles out of its feed, and has as many new ones. */
  drop: async (world, { one }) => {
    world.publisher.first += one
    await world.pass(MINUTE)
  },

  wait: (world) => world.pass(6 * MINUTE),

  /** Everything is older than a week, and goes. */
  age: async (world) => {
    await world.pass(8 * DAY)
    await world.ask('applyRetention', {})
  },

  restart: (world) => world.restart(),
  loseCache: (world) => world.restart('cache'),
  loseMedia: (world) => world.restart('media'),
  loseBoth: (world) => world.restart('cache', 'media'),
} satisfies Record<string, Step>

function chosen<Value>(list: readonly Value[], choice: number): Value | undefined {
  return list[choice % list.length]
}

function savedId({ model }: SavedWorld, choice: number): string | undefined {
  return chosen([...model.items.keys()], choice)
}

function mayUndo({ model, time }: SavedWorld, token: string | null, takeBack: () => void): void {
  if (token !== null) model.undos.push({ token, until: time.now + UNDO_LASTS, takeBack })
}
