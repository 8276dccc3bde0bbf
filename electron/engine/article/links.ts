import { withoutTracking } from './trackingParameters.ts'

/** Longer addresses are dropped (F18). */
const LONGEST_ADDRESS = 8_192

const WHOLE_ADDRESS = /^https?:\/\//i

/**
 * A web address that may be shown or fetched: absolute, http or https (inside the sample edition its own `sample:` too),
 * without credentials and tracking parameters. Null for everything else.
 */
export function webAddress(raw: string | null | undefined, baseUrl: string | null): string | null {
  const url = resolved(raw, baseUrl)
  if (url === null || !isOfTheWeb(url, baseUrl) || url.hostname === '') return null
  if (url.username !== '' || url.password !== '') return null
  const given = url.search
  const search = withoutTracking(given)
  // Setting a part makes the address anew, which costs more than asking.
  if (search !== given) url.search = search
  const { href } = url
  return href.length <= LONGEST_ADDRESS ? href : null
}

function isOfTheWeb({ protocol }: URL, baseUrl: string | null): boolean {
  return protocol === 'http:' || protocol === 'https:' || (protocol === 'sample:' && (baseUrl?.startsWith('sample:') ?? false))
}

/** Where a link of an article may lead: a web address, or `mailto:` without its query. Links into the page itself are dropped. */
export function linkTarget(raw: string | undefined, baseUrl: string | null): string | null {
  if (raw === undefined || /^\s*(?:#|$)/.test(raw)) return null
  if (/^\s*mailto:/i.test(raw)) return mailAddress(resolved(raw, baseUrl))
  const address = webAddress(raw, baseUrl)
  // The policy lets no scheme of ours into a text: a page of the sample edition is fetched, never linked to.
  return address?.startsWith('http') === true ? address : null
}

/** `host/path` of an address, for people: what an article without a title is called. */
export function hostAndPath(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null) return url
  return `${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}`
}

/** One address and nothing after it: a query could write the mail, or attach a file to it. */
function mailAddress(url: URL | null): string | null {
  return url?.protocol === 'mailto:' && /^[^\s<>"'`@]{1,128}@[^\s<>"'`@]{1,190}$/.test(url.pathname) ? `mailto:${url.pathname}` : null
}

function resolved(raw: string | null | undefined, baseUrl: string | null): URL | null {
  const trimmed = raw?.trim() ?? ''
  // Twice the limit: a longer one can only shrink below it by losing its tracking parameters.
  if (trimmed === '' || trimmed.length > LONGEST_ADDRESS * 2) return null
  // A whole address needs no base, which would be parsed each time.
  return baseUrl === null || WHOLE_ADDRESS.test(trimmed) ? URL.parse(trimmed) : URL.parse(trimmed, baseUrl)
}
