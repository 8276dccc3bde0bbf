import type { Failure, FailureKind } from '../../shared/failures.ts'
import { SECOND } from '../../shared/time.ts'
import { en, type WordKey } from './en.ts'
import type { Words } from './useWords.ts'

const MEBIBYTE = 1024 * 1024

/** A fault as it comes over the contract: one of ours, or of an engine that knows more kinds than this screen. */
export type AnyFailure = { readonly kind: string; readonly sentence: string }

/** What happened, in the person's language; in English where this screen does not know the kind. */
export function sayFailure(t: Words, failure: AnyFailure): string {
  return isKnown(failure) ? sayKnown(t, failure) : failure.sentence
}

/** What to do about it; null where this screen does not know the kind. */
export function sayAdvice(t: Words, failure: AnyFailure): string | null {
  return isKnown(failure) ? t(`advice.${failure.kind}`) : null
}

function isKnown(failure: AnyFailure): failure is AnyFailure & Failure {
  return Object.hasOwn(en, `failure.${failure.kind}`)
}

function sayKnown(t: Words, failure: Failure): string {
  switch (failure.kind) {
    case 'not-an-address':
      return t('failure.not-an-address', { address: failure.address })
    case 'private-address':
    case 'no-such-host':
    case 'unreachable':
    case 'not-secure':
      return t(`failure.${failure.kind}`, { host: failure.host })
    case 'timed-out':
      return t('failure.timed-out', { seconds: Math.round(failure.after / SECOND) })
    case 'too-large':
      return t('failure.too-large', { size: Math.round(failure.limit / MEBIBYTE) })
    case 'refused':
      return t('failure.refused', { reason: refusal(failure.status), status: failure.status })
    case 'profile-from-future':
    case 'profile-unreadable':
    case 'profile-forbidden':
      return t(`failure.${failure.kind}`, { file: failure.file })
    case 'bad-request':
      return sayBadRequest(t, failure.reason)
    case 'not-found':
      return t('failure.not-found', { what: failure.what })
    case 'already-followed':
      return t('failure.already-followed', { title: failure.title })
    case 'file-unreadable':
    case 'file-not-written':
      return t(`failure.${failure.kind}`, { name: failure.name })
    case 'file-too-large':
      return t('failure.file-too-large', { name: failure.name, size: Math.round(failure.limit / MEBIBYTE) })
    case 'offline':
    case 'too-many-redirects':
    case 'gone':
    case 'damaged':
    case 'not-news':
    case 'page-not-feed':
    case 'empty-document':
    case 'no-list':
    case 'needs-login':
    case 'needs-scripts':
    case 'robots':
    case 'took-too-long':
    case 'profile-in-use':
    case 'profile-read-only':
    case 'disk-full':
    case 'not-allowed':
    case 'not-opml':
    case 'not-an-export':
    case 'file-gone':
    case 'backup-foreign':
    case 'backup-damaged':
    case 'backup-from-future':
    case 'backup-too-large':
    case 'stopped':
    case 'engine-stopped':
    case 'broken':
      return plain(t, failure.kind)
  }
}

function sayBadRequest(t: Words, reason: string): string {
  const key = `bad-request.${reason}`
  return Object.hasOwn(en, key) ? t(key as WordKey) : t('failure.bad-request')
}

function plain(t: Words, kind: FailureKind): string {
  return t(`failure.${kind}`)
}

function refusal(status: number): string {
  if (status === 401 || status === 403) return 'login'
  if (status === 404) return 'missing'
  if (status === 429) return 'often'
  return status >= 500 ? 'trouble' : 'other'
}
