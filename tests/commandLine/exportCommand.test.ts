import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, newServer, openEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'
import { newsdeskOf } from './newsdeskOf.ts'

closesAfterEach()

type Said = Record<string, unknown> & { failure?: { sentence: string } }

async function desk() {
  const server = await newServer()
  server.route('/feed.xml', rss('Harbour', entries(0, 2)))
  const news = await openEngine()
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  const [first] = await news.articles()
  return { news, id: first?.id ?? '', title: first?.title ?? '', folder: newProfile() }
}

describe('export', () => {
  it('writes an article to the file that is named, in place of what stood there', async () => {
    const { news, id, title, folder } = await desk()
    const out = join(folder, 'article.md')
    writeFileSync(out, 'old')
    const { code, document } = await newsdeskOf<Said>(news, ['export', id, '--format', 'markdown', '--out', out])
    expect([code, document['file'], document['exported'], document['missing']]).toEqual([0, out, 1, []])
    expect(readFileSync(out, 'utf8')).toContain(`title: ${JSON.stringify(title)}`)
  })

  it('writes everything saved as one document', async () => {
    const { news, id, folder } = await desk()
    await news.ask('saveArticle', { id })
    const out = join(folder, 'saved.html')
    expect((await newsdeskOf<Said>(news, ['export', '--all', '--format', 'html', '--out', out])).document['exported']).toBe(1)
    expect(readFileSync(out, 'utf8')).toMatch(/^<!doctype html>/)
  })

  it.each([
    [['export', '--format', 'markdown'], 'ids of articles, or --all'],
    [['export', 'a', '--all', '--format', 'markdown'], 'ids of articles, or --all'],
    [['export', 'a', '--format', 'pdf'], 'markdown or html'],
    [['export', 'a'], 'markdown or html'],
    [['export', 'nothing', '--format', 'html'], 'There is no such article'],
  ])('says what is wrong with %j', async (typed, words) => {
    const { news } = await desk()
    const { code, document } = await newsdeskOf<Said>(news, typed)
    expect([code, document.failure?.sentence]).toEqual([1, expect.stringContaining(words)])
  })

  it('says so where the file cannot be written, and leaves nothing half done', async () => {
    const { news, id, folder } = await desk()
    const out = join(folder, 'missing', 'article.md')
    const { document } = await newsdeskOf<Said>(news, ['export', id, '--format', 'markdown', '--out', out])
    expect(document.failure?.sentence).toBe('The file article.md could not be written there.')
    expect(existsSync(join(folder, 'missing'))).toBe(false)
  })
})
