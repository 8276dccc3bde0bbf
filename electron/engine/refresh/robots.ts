import { DAY, later, type Clock, type EpochMs } from '../../../shared/time.ts'
import type { Fetcher } from '../fetch/fetched.ts'
import { isAllowedByRobots } from '../newsroom/isAllowedByRobots.ts'

/** Asks sites what programs may read (RFC 9309). Feeds are meant for programs and are not asked about. */
export interface Robots {
  /** Whether a page may be read. A site without rules, or whose rules cannot be had, forbids nothing. */
  mayRead(url: string): Promise<boolean>
}

interface KeptRules {
  readonly text: Promise<string>
  readonly until: EpochMs
}

/** How many sites' rules are kept. */
const MOST_SITES = 2_000

/** Keeps each site's rules for a day. */
export function createRobots(fetcher: Pick<Fetcher, 'get'>, userAgent: string, now: Clock): Robots {
  const kept = new Map<string, KeptRules>()

  async function fetchRules(url: string): Promise<string> {
    const fetched = await fetcher.get({ url, purpose: 'page', isTypedAddress: true })
    return fetched.ok && fetched.value.kind === 'body' ? new TextDecoder().decode(fetched.value.bytes) : ''
  }

  function rulesOf(site: string): Promise<string> {
    const known = kept.get(site)
    if (known !== undefined && known.until > now()) return known.text
    const text = fetchRules(`${site}/robots.txt`)
    if (kept.size >= MOST_SITES) kept.clear()
    kept.set(site, { text, until: later(now(), DAY) })
    return text
  }

  return {
    mayRead: async (url) => {
      if (!/^https?:/.test(url)) return true
      return isAllowedByRobots(await rulesOf(new URL(url).origin), userAgent, url)
    },
  }
}
