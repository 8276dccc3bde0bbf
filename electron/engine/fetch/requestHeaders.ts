import type { FetchRequest, Validators } from './fetched.ts'

const accepted: Readonly<Record<FetchRequest['purpose'], string>> = {
  feed: [
    'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml',
    'application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5',
  ].join(', '),
  page: 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5',
  picture: 'image/webp, image/png, image/jpeg, image/gif, image/avif;q=0.8, image/*;q=0.5',
}

/** What decides the headers of one request. */
export interface HeaderNeeds {
  readonly userAgent: string
  readonly purpose: FetchRequest['purpose']
  /** Null where there are none, or where the request has left the host that gave them. */
  readonly validators: Validators | null
  /** Asks for the bytes as they are, after a packed answer could not be unpacked. */
  readonly asIdentity: boolean
}

/** Everything that goes out besides Host and Connection: nothing that tells one reader from another. */
export function requestHeaders({ userAgent, purpose, validators, asIdentity }: HeaderNeeds): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: accepted[purpose],
    'accept-encoding': asIdentity ? 'identity' : 'gzip, deflate, br, zstd',
    ...conditions(validators),
  }
}

function conditions(validators: Validators | null): Record<string, string> {
  const { etag = null, lastModified = null } = validators ?? {}
  return {
    ...(isSendable(etag) ? { 'if-none-match': etag } : {}),
    ...(isSendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
  }
}

/** What was kept long ago, or by another program, must not break a request. */
function isSendable(value: string | null): value is string {
  return value !== null && /^[\x20-\x7e]+$/.test(value)
}
