import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { sharesNews, until } from '../../fixtures/newsEngine.ts'
import { entries, paragraphs, picture, rss, summaries, type Route } from '../../fixtures/newsServer.ts'

const corner = sharesNews()

/** What an article lacks whose picture is answered like this. */
async function lacksWith(route: Route) {
  const { server, news, follow, articles, refresh } = corner()
  const body = `${paragraphs(1)}<img src="${server.url}/p.png">`
  server.route(
    '/feed.xml',
    rss(
      'Harbour News',
      entries(0, 1, () => ({ link: `${server.url}/news/0`, body })),
    ),
  )
  server.route('/p.png', route)
  await follow('/feed.xml')
  await refresh()
  const [row] = await articles()
  const { article } = await news.ask('getArticle', { id: row?.id ?? '' })
  return { offline: row?.offline, missing: row?.missing, lacks: article.lacks }
}

describe('what an article lacks', () => {
  it.each<[string, Route, string]>([
    ['a picture that is refused', { status: 403 }, 'pictures-refused'],
    ['a picture that is not there', { status: 404 }, 'pictures-refused'],
    ['a picture whose server is in trouble', { status: 503 }, 'pictures-unreachable'],
    ['a page in a picture’s place', '<!doctype html><html><p>Gone</p></html>', 'pictures-other'],
    ['a picture of too many pixels', hugePicture(), 'pictures-large'],
    ['a picture that stopped in the middle', halfAnswered, 'pictures-damaged'],
    ['a picture that was cut off', picture().subarray(0, 70), 'pictures-damaged'],
  ])('is said of %s', async (_, route, reason) => {
    expect(await lacksWith(route)).toEqual({ offline: 'partial', missing: reason, lacks: [{ reason, count: 1 }] })
  })

  it('X06: is nothing where a picture only counted readers', async () => {
    expect(await lacksWith(pixel())).toEqual({ offline: 'ready', missing: null, lacks: [] })
  })

  it.each<[string, Route, string]>([
    ['refused', { status: 404 }, 'text-refused'],
    ['behind a login', { status: 401 }, 'text-login'],
    ['on a server in trouble', { status: 503 }, 'text-unreachable'],
  ])('is said of a page %s', async (_, route, reason) => {
    const { server, follow, articles } = corner()
    server.route(
      '/feed.xml',
      rss(
        'Harbour News',
        summaries(0, 1, () => ({ link: `${server.url}/page` })),
      ),
    )
    server.route('/page', route)
    await follow('/feed.xml')
    await until(async () => (await articles())[0]?.missing === reason)
    expect((await articles())[0]).toMatchObject({ offline: 'partial', missing: reason })
  })

  it('is left to the person where they keep no pictures of a source, from that moment on and back', async () => {
    const { server, news, follow, articles, refresh, ids } = corner()
    const body = (name: string) => `${paragraphs(1)}<img src="${server.url}/${name}.png">`
    const feed = (count: number) =>
      rss(
        'Harbour News',
        entries(0, count, (number) => ({ link: `${server.url}/${number}`, body: body(`p${number}`) })),
      )
    for (const number of [0, 1]) server.route(`/p${number}.png`, picture(number))
    server.route('/feed.xml', feed(1))
    await follow('/feed.xml')
    await until(async () => (await articles())[0]?.offline === 'ready')
    const [id = ''] = ids
    expect((await news.ask('changeSource', { id, keepsPictures: false })).source.keepsPictures).toBe(false)
    server.route('/feed.xml', feed(2))
    await refresh()
    expect((await articles()).map((row) => [row.offline, row.missing])).toEqual([
      ['partial', 'pictures-off'],
      ['ready', null],
    ])
    expect(server.asked('/p1.png')).toEqual([])
    await news.ask('changeSource', { id, keepsPictures: true })
    await until(async () => (await articles()).every((row) => row.offline === 'ready'))
  })
})

/** D16: a length is promised, and half of it sent. */
function halfAnswered(_request: IncomingMessage, response: ServerResponse): void {
  const whole = picture()
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': whole.length })
  response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
}

function hugePicture(): Uint8Array {
  return sized(40_000, 40_000)
}

function pixel(): Uint8Array {
  return sized(1, 1)
}

/** A picture whose header says another size. */
function sized(width: number, height: number): Uint8Array {
  const made = Buffer.from(picture())
  made.writeUInt32BE(width, 16)
  made.writeUInt32BE(height, 20)
  return made
}
