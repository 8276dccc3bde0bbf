import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine, until } from '../../fixtures/newsEngine.ts'
import { pictureFeed } from '../offline/picturesOf.ts'

closesAfterEach()

describe('getArticle', () => {
  it('V05: asks nobody for anything where the article is ready', async () => {
    const server = await newServer()
    pictureFeed({ server }, 3)
    const news = await openEngine()
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    await until(async () => (await news.articles()).every((row) => row.offline === 'ready'))
    const before = server.asked().length
    for (const { id } of await news.articles()) {
      const { article } = await news.ask('getArticle', { id })
      expect(article.images.map((image) => image.stored)).toEqual([true])
      await news.ask('markRead', { ids: [id] })
    }
    await pause(300)
    expect(server.asked().slice(before)).toEqual([])
  })
})
