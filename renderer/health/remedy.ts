import type { Source } from '../../shared/contract/source.ts'
import type { Failure, FailureKind } from '../../shared/failures.ts'
import type { AnyFailure } from '../words/failureWords.ts'

/** The one thing to do about a source; `none` where waiting is all there is to do. */
export type Remedy = 'try-again' | 'new-address' | 'open-page' | 'unfollow' | 'none'

const remedies: Readonly<Record<Exclude<FailureKind, 'refused'>, Remedy>> = {
  'not-an-address': 'new-address',
  'private-address': 'unfollow',
  offline: 'none',
  'no-such-host': 'new-address',
  unreachable: 'try-again',
  'not-secure': 'try-again',
  'timed-out': 'try-again',
  'too-large': 'new-address',
  'too-many-redirects': 'open-page',
  gone: 'unfollow',
  damaged: 'try-again',
  'not-news': 'new-address',
  'page-not-feed': 'new-address',
  'empty-document': 'try-again',
  'no-list': 'new-address',
  'needs-login': 'new-address',
  'needs-scripts': 'new-address',
  robots: 'new-address',
  'took-too-long': 'try-again',
  'profile-in-use': 'try-again',
  'profile-from-future': 'none',
  'profile-unreadable': 'none',
  'profile-forbidden': 'none',
  'profile-read-only': 'try-again',
  'disk-full': 'try-again',
  'bad-request': 'try-again',
  'not-allowed': 'none',
  'not-found': 'try-again',
  'already-followed': 'none',
  'not-opml': 'none',
  'not-an-export': 'none',
  'file-unreadable': 'none',
  'file-too-large': 'none',
  'file-not-written': 'none',
  'file-gone': 'none',
  'backup-foreign': 'none',
  'backup-damaged': 'none',
  'backup-from-future': 'none',
  'backup-too-large': 'none',
  stopped: 'none',
  'engine-stopped': 'try-again',
  broken: 'try-again',
}

/** What to do about a failure; to try again where this screen does not know its kind. */
export function remedyFor(failure: AnyFailure): Remedy {
  if (isRefusal(failure)) return remedyForStatus(failure.status)
  return isKnown(failure.kind) ? remedies[failure.kind] : 'try-again'
}

/** What to do about a source: nothing while it works. */
export function remedyOf({ health }: Pick<Source, 'health'>): Remedy | null {
  switch (health.state) {
    case 'ok':
      return null
    case 'never':
      return 'try-again'
    case 'gone':
      return 'unfollow'
    case 'drifted':
      return 'new-address'
    case 'failing':
      return health.failure === null ? 'try-again' : remedyFor(health.failure)
  }
}

// 401 and 403 ask for a login, 404 has moved; 429 asks for patience, and pressing again would only lengthen it.
function remedyForStatus(status: number): Remedy {
  if (status === 404) return 'new-address'
  if (status === 410) return 'unfollow'
  if (status === 429) return 'none'
  return status >= 500 ? 'try-again' : 'open-page'
}

function isRefusal(failure: AnyFailure): failure is AnyFailure & Extract<Failure, { kind: 'refused' }> {
  return failure.kind === 'refused'
}

function isKnown(kind: string): kind is keyof typeof remedies {
  return Object.hasOwn(remedies, kind)
}
