import type { SourceFailure } from '../../../shared/failures.ts'
import type { Result } from '../../../shared/result.ts'
import type { DurationMs } from '../../../shared/time.ts'

/** What lets a server say that nothing changed (RFC 9110, section 13). Kept even where the body is the same as before. */
export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null
}

/** One polite GET. */
export interface FetchRequest {
  readonly url: string
  /** Decides the Accept header and the caps (16 MiB; pictures 10 MiB and 60 s). */
  readonly purpose: 'feed' | 'page' | 'picture'
  readonly validators?: Validators | null
  /** The port that a person typed, allowed beside 80, 443 and 8000–8999. Default: the port of `url` is refused unless among those. */
  readonly isTypedAddress?: boolean
  readonly signal?: AbortSignal
}

/** What every answer tells besides its body. */
export interface FetchedAbout {
  /** Where the body came from, after redirects. */
  readonly finalUrl: string
  /** Where the address has moved for good: the end of a chain of 301 and 308 alone, never from https to http. Else null. */
  readonly movedTo: string | null
  readonly validators: Validators
  /** How long the server asks not to be asked again (Cache-Control max-age less Age, Expires, Retry-After); null where it says nothing. */
  readonly askedToWait: DurationMs | null
}

/** The answer to a GET. */
export type Fetched =
  | ({ readonly kind: 'unchanged' } & FetchedAbout)
  | ({ readonly kind: 'body'; readonly bytes: Uint8Array; readonly contentType: string | null } & FetchedAbout)

/** Fetches. One connection a host, six in all; the rest wait their turn. */
export interface Fetcher {
  get(request: FetchRequest): Promise<Result<Fetched, SourceFailure>>
  close(): Promise<void>
}
