/**
 * The address that a link leads to, without its fragment; null for scripts, mail, data and whatever is not http(s).
 * `sample:` is followed from pages of the sample edition only. An address with a name and password is refused.
 */
export function resolveLink(raw: string, base: string): string | null {
  const trimmed = raw.trim()
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > 4_096) return null
  const url = parsedUrl(trimmed, base)
  if (url === null || !isFollowed(url, base) || url.username !== '' || url.password !== '') return null
  url.hash = ''
  return url.href.length > 4_096 ? null : url.href
}

/** `new URL` without its exception. */
export function parsedUrl(raw: string, base?: string): URL | null {
  return URL.parse(raw, base)
}

function isFollowed(url: URL, base: string): boolean {
  if (url.hostname === '') return false
  if (url.protocol === 'http:' || url.protocol === 'https:') return true
  return url.protocol === 'sample:' && base.startsWith('sample:')
}

/**
 * What links of a page are relative to: its `<base>` where that stays on the page's own host, else the page itself (P04).
 *
 * @param baseHref the raw `href` of the first `<base>`, or null.
 */
export function baseAddress(url: string, baseHref: string | null): string {
  if (baseHref === null || baseHref.trim() === '') return url
  const base = parsedUrl(baseHref.trim(), url)
  const page = parsedUrl(url)
  if (base === null || page === null || !isFollowed(base, url)) return url
  return bareHost(base.hostname) === bareHost(page.hostname) ? base.href : url
}

const TRACKING = /^(?:utm_\w*|fbclid|gclid|msclkid|mc_[ce]id|spm|from|_ga|ref|source|share|hsctatracking)$/iu

/** The same for two spellings of one link: no scheme, `www.`, tracking, fragment, index file or last slash. For comparing only. */
export function linkKey(link: string): string {
  const url = parsedUrl(link)
  if (url === null) return link
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).map(([name, value]) => `${name}=${value}`)
  const path = decoded(url.pathname)
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/iu, '/')
    .replace(/\/+$/u, '')
  return `${bareHost(url.hostname)}${url.port === '' ? '' : `:${url.port}`}${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`
}

/** A path as written by people: percent signs undone where they make sense. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\d?\./u, '')
}

const SECOND_LEVEL = new Set(['co', 'com', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne', 'go', 'gob', 'gouv', 'gv'])

/** Whether two addresses belong to one organisation, as far as host names tell: `news.example.com` and `www.example.com` do. */
export function isSameSite(one: string, other: string): boolean {
  const [a, b] = [parsedUrl(one), parsedUrl(other)]
  if (a === null || b === null) return false
  return siteName(a.hostname) === siteName(b.hostname)
}

function siteName(host: string): string {
  const labels = host.toLowerCase().split('.')
  // Numbers and single names are whole.
  if (labels.length <= 2 || /^[\d.]+$/u.test(host) || host.startsWith('[')) return host.toLowerCase()
  const isDeep = SECOND_LEVEL.has(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2
  return labels.slice(isDeep ? -3 : -2).join('.')
}
