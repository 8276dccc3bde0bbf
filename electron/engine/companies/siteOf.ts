import type { CompanySite } from '../store/library/companies.ts'
import type { KeptSource } from '../store/library/sources.ts'

/** Hosts that a company puts its news on, beside its own. */
const PART_OF_SITE = /^(?:www\d?|news|newsroom|press|presse|media|blog|ir|investors?|corporate)\.(?=[^.]+\.[^.]*[a-z])/

/** The site of the company whose news a source carries. Sources of one site are one company's. */
export function siteOf({ siteUrl, url, title }: Pick<KeptSource, 'siteUrl' | 'url' | 'title'>): CompanySite | null {
  const address = [siteUrl, url].find((one) => one !== null && URL.canParse(one))
  if (!address) return null
  const { protocol, host } = new URL(address)
  const own = host.toLowerCase()
  return own === '' ? null : { key: hostKey(own), site: `${protocol}//${own}/`, name: title }
}

/** The addresses where a company's home page may be: of a news site, the company's own first. */
export function homesOf(site: string): string[] {
  const { protocol, host } = new URL(site)
  const key = hostKey(host)
  return key === host || host.startsWith('www') ? [site] : [`${protocol}//${key}/`, site]
}

function hostKey(host: string): string {
  return host.replace(PART_OF_SITE, '').replace(PART_OF_SITE, '')
}
