import { LONGEST_ADDRESS } from '../limits.ts'

/** An address that URL would give back as it is; most are, and need not be taken apart. */
const PLAIN = /^https?:\/\/[a-z][a-z0-9.-]*[a-z]\/[A-Za-z0-9\-_~./?=&]*$/

/**
 * An address made absolute; null where it is none, is not of the web (http, https, and `sample:` inside the sample
 * edition), or is longer than anybody's (F18).
 */
export function resolveAddress(raw: string, baseUrl: string): string | null {
  // Line breaks inside come from wrapped XML; URL would drop them, and tabs, by itself.
  const written = raw.trim()
  if (written === '' || written.length > LONGEST_ADDRESS) return null
  if (PLAIN.test(written) && !written.includes('/.')) return written
  const url = parsed(written, baseUrl)
  if (url === null || !isOfTheWeb(url, baseUrl) || url.href.length > LONGEST_ADDRESS) return null
  // A bare host keeps the slash that URL gives it: the same address either way.
  return url.href
}

/** What `xml:base` makes of the base around it; one that leads out of the web is ignored. */
export function resolveBase(raw: string, baseUrl: string): string {
  return resolveAddress(raw, baseUrl) ?? baseUrl
}

/** True where the text is an absolute web address as it stands. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]/i.test(text)
}

function parsed(written: string, baseUrl: string): URL | null {
  return URL.parse(written, baseUrl) ?? URL.parse(written)
}

function isOfTheWeb(url: URL, baseUrl: string): boolean {
  if (url.protocol === 'sample:') return baseUrl.startsWith('sample:')
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== ''
}
