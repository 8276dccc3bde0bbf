import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newProfile, newServer, openEngine, until, type NewsEngine } from '../../fixtures/newsEngine.ts'
import { entries, picture, rss, type NewsServer } from '../../fixtures/newsServer.ts'

/** A text that is no summary. */
export const LONG = '<p>The cranes stood still for a day. Nobody on the quay had expected that, and nobody wrote it down.</p>'.repeat(12)

/** An engine that follows a source with one article, and the publisher. */
export interface Following {
  readonly news: NewsEngine
  readonly server: NewsServer
  readonly id: string
}

/** A source with one article that shows a picture. `isThere`: whether the publisher has the picture. */
export async function following(isThere = true, profile = newProfile()): Promise<Following> {
  const news = await openEngine({ profile })
  const server = await newServer()
  if (isThere) server.route('/one.png', picture())
  else server.route('/one.png', { status: 503 })
  const [entry] = entries(0, 1)
  server.route('/feed.xml', rss('Harbour', [{ ...entry, body: `${LONG}<p><img src="${server.url}/one.png" alt="A crane"></p>` }]))
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  await until(async () => (await news.articles())[0]?.offline === (isThere ? 'ready' : 'partial'))
  return { news, server, id: (await news.articles())[0]?.id ?? '' }
}

/** The names of the pictures that saved items keep. */
export function savedFilesOf(news: NewsEngine): string[] {
  const folder = join(news.profile, 'saved-media')
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.length > 60)
    : []
}
