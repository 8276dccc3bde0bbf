import type { SourceFailure } from '../../../shared/failures.ts'
import { SECOND } from '../../../shared/time.ts'
import { fetchPageText } from './fetchPageText.ts'
import type { AskedFor } from './keepPictures.ts'
import type { RefreshParts } from './refreshParts.ts'
import type { WantedPage } from './takeIn.ts'

/** How many article pages are asked of one source in one poll (`hazards.json` P06). The rest come with the next polls. */
export const MOST_PAGES = 20

/**
 * Fetches the pages of articles that came as summaries, newest first, a second apart; answers the ids that now have their full text.
 *
 * @param asked a person asks for all of them now.
 */
export async function fetchPages(wanted: readonly WantedPage[], parts: RefreshParts, asked: AskedFor | null = null): Promise<string[]> {
  const done: string[] = []
  // A host that does not answer is not asked for its other pages in the same poll.
  const silent = new Set<string>()
  for (const [place, { id, url }] of wanted.slice(0, asked === null ? MOST_PAGES : undefined).entries()) {
    const host = hostOf(url)
    if (silent.has(host)) continue
    if (place > 0 && !isOwnMachine(url)) await parts.wait(SECOND)
    if (parts.stop.aborted || (asked === null ? parts.heldBackBy() !== null : asked.isStopped())) break
    const text = await fetchPageText(id, parts)
    if (text.ok) done.push(id)
    else if (text.failure.kind === 'offline') break
    else if (isOfHost(text.failure)) silent.add(host)
    await asked?.seenTo([id])
  }
  return done
}

/** Whether the next page of the same host would come to the same. */
function isOfHost(failure: SourceFailure): boolean {
  if (failure.kind === 'refused') return failure.status === 429 || failure.status === 503
  return failure.kind === 'no-such-host' || failure.kind === 'unreachable' || failure.kind === 'timed-out'
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

/** Politeness is for others' machines. */
function isOwnMachine(url: string): boolean {
  if (!URL.canParse(url)) return true
  const { protocol, hostname } = new URL(url)
  return protocol === 'sample:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
