import { SECOND } from '../../../shared/time.ts'
import { fetchPageText } from './fetchPageText.ts'
import type { RefreshParts } from './refreshParts.ts'
import type { WantedPage } from './takeIn.ts'

/** How many article pages are asked of one source in one poll (`hazards.json` P06). The rest come with the next polls. */
export const MOST_PAGES = 20

/** Fetches the pages of articles that came as summaries, newest first, a second apart; answers the ids that now have their full text. */
export async function fetchPages(wanted: readonly WantedPage[], parts: RefreshParts): Promise<string[]> {
  const done: string[] = []
  for (const [place, { id, url }] of wanted.slice(0, MOST_PAGES).entries()) {
    if (place > 0 && !isOwnMachine(url)) await parts.wait(SECOND)
    const text = await fetchPageText(id, parts)
    if (text.ok) done.push(id)
    else if (text.failure.kind === 'offline') break
  }
  return done
}

/** Politeness is for others' machines. */
function isOwnMachine(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'sample:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
