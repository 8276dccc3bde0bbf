import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { SECOND } from '../../../shared/time.ts'
import type { CompanyFacts } from '../company/companyFacts.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { Document } from '../workbench/jobs.ts'
import { homesOf } from './siteOf.ts'

/** What reading a site needs. */
export type SiteParts = Pick<RefreshParts, 'fetcher' | 'workbench' | 'robots' | 'now' | 'wait' | 'stop'>

/** How many pages are asked for beside the home page. */
const MOST_PAGES = 3

/** Asks a company's home page, and from there its contact and about pages, what they say of it. */
export async function readSite(site: string, parts: SiteParts): Promise<Result<CompanyFacts, SourceFailure>> {
  const home = await askHome(site, parts)
  if (!home.ok) return home
  const links = await parts.workbench.run('findContactPages', copyOf(home.value))
  if (!links.ok) return links
  const pages: Document[] = []
  for (const url of links.value.slice(0, MOST_PAGES)) {
    if (!isOwnMachine(url)) await parts.wait(SECOND)
    if (parts.stop.aborted) break
    const page = await ask(url, parts, false)
    if (page.ok) pages.push(page.value)
  }
  return parts.workbench.run('readCompany', { ...home.value, pages, now: parts.now() })
}

/** Of a news site the company's own home page; where there is none, the news site's. */
async function askHome(site: string, parts: SiteParts): Promise<Result<Document, SourceFailure>> {
  const [first = site, second] = homesOf(site)
  const home = await ask(first, parts, true)
  return home.ok || second === undefined ? home : ask(second, parts, true)
}

async function ask(url: string, { fetcher, robots }: SiteParts, isTypedAddress: boolean): Promise<Result<Document, SourceFailure>> {
  if (!(await robots.mayRead(url))) return failed({ kind: 'robots' })
  const fetched = await fetcher.get({ url, purpose: 'page', isTypedAddress })
  if (!fetched.ok) return fetched
  if (fetched.value.kind === 'unchanged') return failed({ kind: 'damaged' })
  const { bytes, contentType, finalUrl } = fetched.value
  return ok({ bytes, contentType, url: finalUrl })
}

/** A job takes its document's bytes away, and the home page is read twice. */
function copyOf(document: Document): Document {
  return { ...document, bytes: document.bytes.slice() }
}

/** Politeness is for others' machines. */
function isOwnMachine(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'sample:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
