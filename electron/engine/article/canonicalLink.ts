import { withoutTracking } from './trackingParameters.ts'

const INDEX_PAGE = /\/(?:index|default)\.(?:html?|php|aspx?|jsp|shtml)$/i

/**
 * One spelling for all addresses of the same page: scheme, host case, `www.`, default port, credentials, tracking parameters,
 * index page, trailing slash and fragment do not count. A fragment that is a route (`#!`, `#/`) does.
 * Null for what is not a web address. It is a key to compare by, not an address to open.
 */
export function canonicalLink(url: string): string | null {
  const parsed = URL.parse(url.trim())
  if (parsed === null || !/^(?:https?|sample):$/.test(parsed.protocol) || parsed.hostname === '') return null
  const host = parsed.hostname.replace(/^www\./, '').replace(/\.$/, '')
  const scheme = parsed.protocol === 'sample:' ? 'sample' : 'https'
  return `${scheme}://${host}${portOf(parsed)}${pathOf(parsed)}${withoutTracking(parsed.search)}${routeOf(parsed)}`
}

/** `URL` has already dropped a scheme's own port; the other scheme's goes too, as the scheme itself does not count. */
function portOf(url: URL): string {
  return url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
}

function pathOf(url: URL): string {
  return url.pathname.replace(INDEX_PAGE, '/').replace(/\/+$/, '')
}

function routeOf(url: URL): string {
  return /^#[!/]/.test(url.hash) ? url.hash : ''
}
