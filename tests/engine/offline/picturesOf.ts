import { join } from 'node:path'
import type { Corner, NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, paragraphs, picture, rss } from '../../fixtures/newsServer.ts'

/** A feed with full texts, each with a picture of its own; the feed answers 304 to whoever has it. */
export function pictureFeed({ server }: Pick<Corner, 'server'>, count: number): void {
  const items = entries(0, count, (number) => ({
    link: `${server.url}/news/${number}`,
    body: `${paragraphs(number)}<p><img src="${server.url}/pictures/${number}.png" alt="The quay" width="64" height="48"></p>`,
  }))
  server.route('/feed.xml', { body: rss('Harbour News', items), etag: true })
  for (let number = 0; number < count; number += 1) server.route(`/pictures/${number}.png`, picture(number))
}

/** Where the picture of an article's path `/img/…` is kept. */
export function placeOfPicture({ profile }: NewsEngine, path: string): string {
  const hash = path.replace('/img/', '')
  return join(profile, 'media', hash.slice(0, 2), hash)
}
