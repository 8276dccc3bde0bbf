import { parsedUrl } from './addresses.ts'

const EVERYWHERE = ['/feed', '/rss.xml', '/atom.xml'] as const

/**
 * The few addresses at which most builders put a feed that their pages do not name: absolute, likeliest first, four at most.
 * For a page in a section (`/news/2020/x.html`) the section's own feed comes first.
 */
export function wellKnownFeedPaths(url: string): string[] {
  const page = parsedUrl(url)
  if (page === null) return []
  const section = /^\/([\w-]{2,40})(?:\/|$)/u.exec(page.pathname)?.[1]
  const paths =
    section === undefined || /^(?:feed|rss|index|default|home)$/iu.test(section) ? EVERYWHERE : [`/${section}/feed`, ...EVERYWHERE]
  return paths.map((path) => new URL(path, url).href)
}
