import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { closeAll, newServer, openEngine, until } from '../../fixtures/newsEngine.ts'
import { picture } from '../../fixtures/newsServer.ts'
import { pictureFeed, placeOfPicture } from './picturesOf.ts'

afterEach(closeAll)

const SIZE = picture(1).length
const sizeOf = (...numbers: number[]): number => numbers.reduce((sum, number) => sum + picture(number).length, 0)

/** Six articles that are ready, the oldest first. */
async function sixReady() {
  const [server, news] = await Promise.all([newServer(), openEngine()])
  pictureFeed({ server }, 6)
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  await until(async () => (await rows()).every((row) => row.offline === 'ready'))
  async function rows() {
    return (await news.articles()).toReversed()
  }
  const verdicts = async (): Promise<string[]> => (await rows()).map((row) => (row.offline === 'ready' ? 'ready' : (row.missing ?? '')))
  return { news, server, rows, verdicts }
}

describe('the budget of pictures', () => {
  it('lets the oldest read news go first, saved never, and unread only when it must', async () => {
    const { news, rows, verdicts } = await sixReady()
    const [oldest, second, third] = await rows()
    await news.ask('markRead', { ids: [oldest?.id ?? '', second?.id ?? '', third?.id ?? ''] })
    await news.ask('saveArticle', { id: oldest?.id ?? '' })
    const file = placeOfPicture(news, second?.thumbnail ?? '')
    await news.ask('changeSettings', { change: { pictureBudget: Math.round(5.5 * SIZE) } })
    await until(async () => (await verdicts())[1] !== 'ready')
    expect(await verdicts()).toEqual(['ready', 'pictures-let-go', 'ready', 'ready', 'ready', 'ready'])
    expect(existsSync(file)).toBe(false)
    await news.ask('changeSettings', { change: { pictureBudget: Math.round(3.4 * SIZE) } })
    await until(async () => (await verdicts())[3] !== 'ready')
    expect(await verdicts()).toEqual(['ready', 'pictures-let-go', 'pictures-let-go', 'pictures-let-go', 'ready', 'ready'])
    const { lastEviction, mediaBytes, ready, partial } = await news.ask('getOffline', {})
    expect(lastEviction).toMatchObject({ pictures: 2, bytes: sizeOf(2, 3), read: 1, unread: 1, budget: Math.round(3.4 * SIZE) })
    expect([mediaBytes, ready, partial]).toEqual([sizeOf(0, 4, 5), 3, 3])
    await until(() => news.events.some((event) => event.name === 'offlineChanged'))
  })

  it('does not fetch again what it let go, and makes room for what is new', async () => {
    const { news, server, verdicts } = await sixReady()
    await news.ask('changeSettings', { change: { pictureBudget: Math.round(6.4 * SIZE) } })
    pictureFeed({ server }, 7)
    await news.refresh()
    await until(async () => (await verdicts()).length === 7)
    expect(await verdicts()).toEqual(['pictures-let-go', 'ready', 'ready', 'ready', 'ready', 'ready', 'ready'])
    await news.refresh()
    expect(server.asked('/pictures/0.png')).toHaveLength(1)
    expect((await news.ask('getOffline', {})).mediaBytes).toBe(sizeOf(1, 2, 3, 4, 5, 6))
  })
})
