import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { storedPictures } from '../../../electron/gate/storedPictures.ts'
import { sharesNews, until, type Corner } from '../../fixtures/newsEngine.ts'
import { pictureFeed, placeOfPicture } from './picturesOf.ts'

const corner = sharesNews()

/** A source whose one article is ready, and the file of its picture. */
async function readyArticle() {
  const made = corner()
  pictureFeed(made, 1)
  await made.follow('/feed.xml')
  await until(async () => (await verdict(made)).offline === 'ready')
  const row = await verdict(made)
  return { ...made, row, file: placeOfPicture(made.news, row.thumbnail ?? '') }
}

async function verdict({ articles }: Pick<Corner, 'articles'>) {
  const [row] = await articles()
  if (row === undefined) throw new Error('no article')
  return row
}

const damages: [string, (file: string) => void][] = [
  ['missing', (file) => rmSync(file)],
  ['cut off', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['swapped for other bytes of the same length', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size, 1))],
]

describe('a stored picture', () => {
  it.each(damages)(
    'D16: that is %s turns the verdict of its article, and the next refresh heals it though the feed is unchanged',
    async (_, damage) => {
      const { news, file, refresh, server, ...made } = await readyArticle()
      damage(file)
      const before = news.events.length
      expect(await news.ask('checkPictures', {})).toEqual({ damaged: 1 })
      expect(await verdict(made)).toMatchObject({ offline: 'partial', missing: 'pictures-damaged', thumbnail: null })
      await until(() => news.events.slice(before).some((event) => event.name === 'articlesChanged'))
      expect((await news.ask('getOffline', {})).partial).toBeGreaterThan(0)
      await refresh()
      expect(server.asked('/feed.xml').at(-1)?.headers['if-none-match']).toBeDefined()
      expect(await verdict(made)).toMatchObject({ offline: 'ready', missing: null })
      expect(await news.ask('checkPictures', {})).toEqual({ damaged: 0 })
    },
  )

  it('D16: that is damaged is told when its article is opened', async () => {
    const { news, row, file } = await readyArticle()
    truncateSync(file, 10)
    const { article } = await news.ask('getArticle', { id: row.id })
    expect([article.offline, article.lacks, article.images[0]?.stored]).toEqual([
      'partial',
      [{ reason: 'pictures-damaged', count: 1 }],
      false,
    ])
    expect(article.html).not.toContain('<img')
  })

  it('D16: is never served by bytes of another hash, and the host says so', async () => {
    const { news, row, file } = await readyArticle()
    const hash = (row.thumbnail ?? '').replace('/img/', '')
    const told: string[] = []
    const find = storedPictures(news.profile, (sha256) => told.push(sha256))
    expect(await find(hash)).toMatchObject({ type: 'image/png' })
    const swapped = Buffer.alloc(statSync(file).size, 0)
    swapped.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    writeFileSync(file, swapped)
    expect([await find(hash), told]).toEqual([null, [hash]])
    expect(await news.ask('checkPicture', { hash })).toEqual({ isWhole: false })
    expect((await news.ask('getRows', { ids: [row.id] })).articles[0]?.offline).toBe('partial')
  })
})
