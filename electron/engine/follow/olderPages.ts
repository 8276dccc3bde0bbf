import { SECOND } from '../../../shared/time.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { Found } from './found.ts'

/** How many articles of a newsroom are taken when it is added, and how many pages of older ones are asked for. */
const MOST_ARTICLES = 60
const MOST_PAGES = 5

/** The drafts of a newsroom's older pages, which are asked once, when it is added. */
export async function olderDrafts(found: Found, parts: RefreshParts): Promise<ArticleDraft[]> {
  const older: ArticleDraft[] = []
  const seen = new Set([found.url])
  let next = found.kind === 'newsroom' ? found.nextPageUrl : null
  for (let page = 0; page < MOST_PAGES && next !== null && !seen.has(next); page += 1) {
    if (found.drafts.length + older.length >= MOST_ARTICLES || parts.stop.aborted) break
    seen.add(next)
    const read = await readOlder(next, found, parts)
    if (read === null) break
    older.push(...read.drafts)
    next = read.nextPageUrl
  }
  return older.slice(0, MOST_ARTICLES - found.drafts.length)
}

async function readOlder(url: string, found: Found, parts: RefreshParts) {
  if (!(await parts.robots.mayRead(url))) return null
  if (!/^sample:|^https?:\/\/(?:127\.|localhost|\[::1\])/.test(url)) await parts.wait(SECOND)
  const fetched = await parts.fetcher.get({ url, purpose: 'page', isTypedAddress: true })
  if (!fetched.ok || fetched.value.kind === 'unchanged') return null
  const { bytes, contentType, finalUrl } = fetched.value
  const recipe = found.document.recipe === undefined ? null : JSON.parse(found.document.recipe)
  const read = await parts.workbench.run('readNewsroomPage', { bytes, contentType, url: finalUrl, recipe, knownLinks: [] })
  return read.ok ? { drafts: read.value.list.drafts, nextPageUrl: read.value.nextPageUrl } : null
}
