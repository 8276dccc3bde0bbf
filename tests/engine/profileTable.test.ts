import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closesAfterEach, newProfile, openEngine } from '../fixtures/newsEngine.ts'

closesAfterEach()

const page = readFileSync(new URL('../../docs/house.md', import.meta.url), 'utf8')
const table = page.slice(page.indexOf('## Where things are kept'), page.indexOf('## Identity of an article'))
const named = new Set([...table.matchAll(/^\| `([^`/]+)/gm)].map(([, name]) => name))

/** What stands in a profile and not in the table; what SQLite writes beside a database belongs to it. */
function unnamedIn(profile: string): string[] {
  return readdirSync(profile).filter((name) => !named.has(name.replace(/-(?:wal|shm|journal)$/, '')))
}

describe('the table of what is kept where', () => {
  it('names everything that a profile holds', async () => {
    const news = await openEngine({ isSample: true })
    await news.refresh()
    const [article] = await news.articles()
    await news.ask('saveArticle', { id: article?.id ?? '' })
    await news.ask('makeBackup', { name: 'backup' })
    await news.close()
    expect(readdirSync(news.profile)).toEqual(expect.arrayContaining(['library.sqlite', 'mirror', 'backups', 'transfer', 'saved-media']))
    expect(unnamedIn(news.profile)).toEqual([])
  })

  it('is found wanting where a profile holds more', () => {
    const profile = newProfile()
    mkdirSync(join(profile, 'media'))
    writeFileSync(join(profile, 'diary'), '')
    expect(unnamedIn(profile)).toEqual(['diary'])
  })
})
