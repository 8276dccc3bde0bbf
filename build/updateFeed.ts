import type { UpdateFeed } from '../shared/updates.ts'

/**
 * The feed that `NEWSDESK_UPDATES` names: `github:owner/repository`, or an https address of a folder. Null where it names none:
 * such a build never asks for updates.
 */
export function updateFeed(named: string | undefined): UpdateFeed | null {
  if (named === undefined || named === '') return null
  const [, owner, repo] = /^github:([\w.-]+)\/([\w.-]+)$/.exec(named) ?? []
  if (owner !== undefined && repo !== undefined) return { provider: 'github', owner, repo }
  if (URL.parse(named)?.protocol === 'https:') return { provider: 'generic', url: named }
  throw new Error(`NEWSDESK_UPDATES names neither github:owner/repository nor an https address: ${named}`)
}
