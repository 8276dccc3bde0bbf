import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { closesAfterEach, newServer, openEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'

closesAfterEach()

const SCRIPT = fileURLToPath(new URL('./ordinaryEngine.ts', import.meta.url))
/** Root may read whatever it likes: somebody else must try. */
const isRoot = process.getuid?.() === 0
const NOBODY = 65_534
const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
const isReachable = spawnSync(process.execPath, ['-e', 'fs.accessSync(process.argv[1])', SCRIPT], { ...user, cwd: '/' }).status === 0
if (!isReachable)
  process.stderr.write('\nThe tests of a profile that may not be read are SKIPPED: an ordinary user may not read this folder.\n\n')

/** A closed profile of an ordinary user with two saved items, and what that user is told of it. */
async function filledProfile() {
  const server = await newServer()
  server.route('/feed.xml', rss('Harbour News', entries(0, 2)))
  const news = await openEngine()
  await news.ask('addSource', { address: `${server.url}/feed.xml` })
  const saved = []
  for (const { id } of await news.articles()) {
    await news.ask('saveArticle', { id, note: 'for Monday' })
    saved.unshift({ id, note: 'for Monday', text: (await news.ask('getArticle', { id })).article.text })
  }
  await news.close()
  if (isRoot) for (const path of [news.profile, ...pathsIn(news.profile)]) chownSync(path, NOBODY, NOBODY)
  return { profile: news.profile, whole: { notices: [], saved } }
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
}

/** Every file below a folder with its bytes, as whoever may read them all sees it. */
function contentOf(folder: string): Map<string, Buffer | null> {
  return new Map(pathsIn(folder).map((path) => [path, statSync(path).isFile() ? readFileSync(path) : null]))
}

/** Opens a profile in a process of an ordinary user. */
function openedBySomebody(profile: string): unknown {
  const child = spawnSync(process.execPath, [SCRIPT, profile], { ...user, encoding: 'utf8', cwd: '/' })
  if (child.stdout === '') throw new Error(child.stderr, { cause: child.error })
  return JSON.parse(child.stdout)
}

const PARTS: [string, (profile: string) => string][] = [
  ['library', (profile) => join(profile, 'library.sqlite')],
  ['cache', (profile) => join(profile, 'cache.sqlite')],
  ['folder', (profile) => profile],
]

describe.skipIf(process.platform === 'win32' || !isReachable)('createEngine', { timeout: 600_000 }, () => {
  it.each(PARTS)('D07: takes the right to read its own %s back where that is lost, and has all that was saved', async (_, part) => {
    const { profile, whole } = await filledProfile()
    chmodSync(part(profile), 0o000)
    expect(openedBySomebody(profile)).toEqual(whole)
    expect(statSync(part(profile)).mode & 0o077).toBe(0)
  })

  describe.skipIf(!isRoot)('where something of the profile is somebody else’s', () => {
    it.each(PARTS)('D07: refuses a %s that it may not read, in words, changes nothing, and opens it once it may', async (_, part) => {
      const { profile, whole } = await filledProfile()
      const file = part(profile)
      const before = contentOf(profile)
      chownSync(file, 0, 0)
      chmodSync(file, 0o000)
      expect(openedBySomebody(profile)).toEqual({
        failure: 'profile-forbidden',
        sentence: `Newsdesk may not read ${basename(file)}. It was left as it is; give your account the right to read and write it, and start again.`,
      })
      expect(contentOf(profile)).toEqual(before)
      chmodSync(file, 0o777)
      expect(openedBySomebody(profile)).toEqual(whole)
    })
  })
})
