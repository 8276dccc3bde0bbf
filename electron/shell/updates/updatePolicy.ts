import type { UpdateFailure, UpdateFeed } from '../../../shared/updates.ts'
import { DAY, HOUR, MINUTE, between, durationOf } from '../../../shared/time.ts'
import type { DurationMs, EpochMs } from '../../../shared/time.ts'

/** What decides whether a build installs updates. `publisher`: what Windows checks a signature against, or null. */
export interface InstallerFacts {
  readonly isSigned: boolean
  readonly platform: NodeJS.Platform
  readonly publisher: string | null
}

// A start has better things to do.
const AFTER_START = durationOf(10, MINUTE)
const JITTER = durationOf(2, HOUR)
const githubHosts = new Set(['github.com', 'api.github.com', 'objects.githubusercontent.com', 'release-assets.githubusercontent.com'])

/**
 * Whether what was fetched may be installed: only where the system checks its signature against that of the running app. On Windows
 * the updater lets everything through where no publisher is named; packages of Linux carry no signature that would be checked.
 */
export function mayInstall({ isSigned, platform, publisher }: InstallerFacts): boolean {
  return isSigned && (platform === 'darwin' || (platform === 'win32' && publisher !== null))
}

/** How long to wait for the next check: a day after the last one, not all at the same moment, and not at the start. `chance`: from 0 to 1. */
export function nextCheckIn(lastCheckedAt: EpochMs | null, now: EpochMs, chance: number): DurationMs {
  const passed = lastCheckedAt === null ? DAY : between(lastCheckedAt, now)
  const left = passed < 0 ? DAY : DAY - passed
  return durationOf(1, (Math.max(AFTER_START, left) + JITTER * chance) as DurationMs)
}

/** Whether the updater may ask this address: the feed's own host, encrypted, and for releases the hosts that keep their files. */
export function isUpdateAddress(raw: string, feed: UpdateFeed): boolean {
  const url = URL.parse(raw)
  if (url === null || url.protocol !== 'https:') return false
  return feed.provider === 'generic' ? url.host === URL.parse(feed.url)?.host : githubHosts.has(url.host)
}

/** Where a person can fetch a version by hand. */
export function updatePage(feed: UpdateFeed): string {
  return feed.provider === 'generic' ? feed.url : `https://github.com/${feed.owner}/${feed.repo}/releases`
}

/** The headers that leave with a question for updates: none that could tell one person from another. */
export function plainHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const telling = /^(?:x-user-staging-id|cookie|referer|user-agent)$/i
  return { ...Object.fromEntries(Object.entries(headers).filter(([name]) => !telling.test(name))), 'User-Agent': 'Newsdesk' }
}

/** Why an update was not taken, by what the updater threw. */
export function updateFailureOf(fault: unknown): UpdateFailure {
  const { code = '', message = '' } = fault as { readonly code?: string; readonly message?: string }
  if (code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'unsigned'
  if (code === 'ERR_CHECKSUM_MISMATCH' || /ERR_CONTENT_LENGTH_MISMATCH|sha512 checksum/.test(message)) return 'damaged'
  if (message.includes('ERR_BLOCKED_BY_CLIENT')) return 'elsewhere'
  return code.startsWith('ERR_UPDATER_') || fault instanceof SyntaxError ? 'not-understood' : 'unreachable'
}
