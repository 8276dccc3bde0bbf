import type { BadRequestReason } from './badRequest.ts'
import type { DurationMs, EpochMs } from './time.ts'

/** What can go wrong between an address and its articles. One plain sentence per kind: see `failureSentence.ts`. */
export type SourceFailure =
  | { readonly kind: 'not-an-address'; readonly address: string }
  | { readonly kind: 'private-address'; readonly host: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'no-such-host'; readonly host: string }
  | { readonly kind: 'unreachable'; readonly host: string }
  | { readonly kind: 'not-secure'; readonly host: string }
  | { readonly kind: 'timed-out'; readonly after: DurationMs }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'too-many-redirects' }
  | { readonly kind: 'refused'; readonly status: number; readonly retryAt: EpochMs | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'not-news'; readonly contentType: string | null }
  | { readonly kind: 'page-not-feed' }
  | { readonly kind: 'empty-document' }
  | { readonly kind: 'no-list' }
  | { readonly kind: 'needs-login' }
  | { readonly kind: 'needs-scripts' }
  | { readonly kind: 'robots' }
  | { readonly kind: 'took-too-long' }

/** What can be wrong with the folder that everything is kept in. `file` is a name, never a path. */
export type ProfileFailure =
  | { readonly kind: 'profile-in-use' }
  | { readonly kind: 'profile-from-future'; readonly file: string }
  | { readonly kind: 'profile-unreadable'; readonly file: string }
  | { readonly kind: 'profile-forbidden'; readonly file: string }
  | { readonly kind: 'profile-read-only' }
  | { readonly kind: 'disk-full' }

/** What can be wrong with a request, or with the way to the engine. */
export type RequestFailure =
  /** `detail`: what is wrong exactly, in English, for whoever wrote the request; no screen shows it. */
  | { readonly kind: 'bad-request'; readonly reason: BadRequestReason; readonly detail?: string }
  | { readonly kind: 'not-allowed' }
  | {
      readonly kind: 'not-found'
      readonly what: 'source' | 'article' | 'saved item' | 'undo' | 'folder' | 'company' | 'rule' | 'search' | 'collection'
    }
  | { readonly kind: 'already-followed'; readonly title: string }
  | { readonly kind: 'not-opml' }
  | { readonly kind: 'not-an-export' }
  | { readonly kind: 'file-unreadable'; readonly name: string }
  | { readonly kind: 'file-too-large'; readonly name: string; readonly limit: number }
  | { readonly kind: 'file-not-written'; readonly name: string }
  | { readonly kind: 'file-gone' }
  | { readonly kind: 'backup-foreign' }
  | { readonly kind: 'backup-damaged' }
  | { readonly kind: 'backup-from-future' }
  | { readonly kind: 'backup-too-large' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'engine-stopped' }
  | { readonly kind: 'broken' }

/** Every fault that a person can be told of. */
export type Failure = SourceFailure | ProfileFailure | RequestFailure

/** Every kind of {@link Failure}. */
export type FailureKind = Failure['kind']
