import type { UpdateFeed } from '../../shared/updates.ts'
import { updateHosts } from './updates/updatePolicy.ts'

/**
 * Chromium's rules for the names of hosts: it finds none, because nothing of the screen is anywhere but in the app, and a question for
 * a name tells what is in it to whoever answers. Only the hosts of updates are found, where a build has a feed of them. The engine asks
 * for its names itself.
 */
export function resolverRules(feed: UpdateFeed | null): string {
  const known = feed === null ? [] : updateHosts(feed).map((host) => new URL(`https://${host}`).hostname)
  return ['MAP * ~NOTFOUND', ...known.map((name) => `EXCLUDE ${name}`)].join(', ')
}
