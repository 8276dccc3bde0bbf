const OPENABLE = new Set(['http:', 'https:'])

/** An address on a page made absolute; null unless it is http(s), or of the page's own scheme (the sample edition's) (P04). */
export function absolute(raw: string, base: string): string | null {
  if (raw === '' || raw.length > 8_192) return null
  try {
    const url = new URL(raw, base)
    if (!OPENABLE.has(url.protocol) && (url.protocol !== 'sample:' || !base.startsWith('sample:'))) return null
    return url.username === '' && url.password === '' && url.host !== '' ? url.href : null
  } catch {
    return null
  }
}

/** The host without `www.`, in lower case; empty where there is none. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host.toLowerCase().replace(/^www\d?\./u, '')
  } catch {
    return ''
  }
}

const DOUBLE_ENDINGS = /\.(?:com|co|net|org|gov|edu|ac|or|ne|go|gmbh)\.[a-z]{2}$/u

/** The part of a host that was registered, roughly: `shop.sintai.com.cn` gives `sintai.com.cn`. */
export function registeredHost(host: string): string {
  const parts = host.split('.')
  return parts.slice(DOUBLE_ENDINGS.test(host) ? -3 : -2).join('.')
}

/** Whether two addresses belong to one site. */
export function isSameSite(one: string, other: string): boolean {
  const host = hostOf(one)
  return host !== '' && registeredHost(host) === registeredHost(hostOf(other))
}

/** The word that the site chose for itself: `sintai` of `www.sintai.com.cn`. */
export function hostWord(address: string): string {
  return registeredHost(hostOf(address)).split('.')[0] ?? ''
}

/** The address of the site's front door. */
export function homeOf(address: string): string {
  try {
    return new URL('/', address).href
  } catch {
    return address
  }
}

/** The same address for comparing: no fragment, no trailing slash or index file, no `www.`. */
export function pageKey(address: string): string {
  try {
    const url = new URL(address)
    const path = url.pathname.replace(/\/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$/iu, '/').replace(/\/+$/u, '')
    return `${hostOf(address)}${path}${url.search}`
  } catch {
    return address
  }
}
