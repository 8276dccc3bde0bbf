import type { EpochMs } from '../../../shared/time.ts'
import type { AccountFact, CompanyFacts, ContactFact, Fact } from './companyFacts.ts'
import { contactLinksIn } from './contactPageLinks.ts'
import { accountFacts } from './profile/accounts.ts'
import { addressFacts, describedAddresses } from './profile/addressFacts.ts'
import { chooseNames } from './profile/chooseNames.ts'
import { isThing, textProperties, thingProperties, type DescribedCompany, type Thing } from './profile/companyData.ts'
import { nameVotes } from './profile/companyNames.ts'
import { reachableFacts } from './profile/contactFacts.ts'
import { eachOnce, readableLabel, type Found } from './profile/found.ts'
import { logoVotes } from './profile/logo.ts'
import { mailAddressOf } from './profile/mailAddress.ts'
import { openPage, type SitePage } from './profile/page.ts'
import { isPhone, isSameNumber, tidyNumber } from './profile/phoneNumber.ts'
import { isSamePlace } from './profile/postalAddress.ts'
import { homeOf, hostOf, pageKey, registeredHost } from './profile/siteAddress.ts'

/** What the engine knows when it hands over a company's pages. */
export interface CompanyContext {
  /** The site's front door, after redirects. */
  readonly siteUrl: string
  readonly now: EpochMs
}

const MOST_PAGES = 8

/**
 * What a company's own pages (home, about, contact) say of it. Nothing is concluded that no page says: a fact that is not found is
 * missing. Pure: fetches nothing, and takes no longer than the caps of a page allow.
 */
export function readCompany(pages: readonly { readonly url: string; readonly html: string }[], about: CompanyContext): CompanyFacts {
  const opened = pages.slice(0, MOST_PAGES).map((page) => openPage(page, about.siteUrl))
  return {
    ...chooseNames(opened.flatMap(nameVotes), about.siteUrl),
    site: homeOf(about.siteUrl),
    logo: logoOf(opened),
    ...reachedBy(opened, about.siteUrl),
    addresses: contactFacts(eachOnce(opened.flatMap(addressesOf), isSamePlace)),
    contactPage: contactPageOf(opened),
    accounts: accountsOf(opened),
    pages: opened.map((page) => page.url),
    readAt: about.now,
  }
}

function logoOf(pages: readonly SitePage[]): Fact | null {
  const votes = pages.flatMap(logoVotes)
  const best = votes.reduce<(typeof votes)[number] | null>((one, other) => (one === null || other.weight > one.weight ? other : one), null)
  return best === null ? null : { value: best.value, url: best.url, place: best.place }
}

function reachedBy(pages: readonly SitePage[], siteUrl: string): Pick<CompanyFacts, 'phones' | 'emails'> {
  const told = pages.map(reachableFacts)
  const described = pages.flatMap(describedContacts)
  const faxes = [...told.flatMap((facts) => facts.faxes), ...described.filter(({ kind }) => kind === 'fax').map(({ found }) => found.value)]
  const rung = [...described.filter(({ kind }) => kind === 'phone').map(({ found }) => found), ...told.flatMap((facts) => facts.phones)]
  const said = [...described.filter(({ kind }) => kind === 'email').map(({ found }) => found), ...told.flatMap((facts) => facts.emails)]
  const phones = rung.filter((phone) => isSaidToRing(phone, rung) || !faxes.some((fax) => isSameNumber(fax, phone.value)))
  return {
    phones: contactFacts(eachOnce(phones, isSameNumber)),
    emails: contactFacts(eachOnce(ownMails(said, siteUrl), (one, other) => one === other)),
  }
}

// One number for both is a phone too, when the page says so beside it.
function isSaidToRing(phone: Found, all: readonly Found[]): boolean {
  return all.some((other) => isSameNumber(other.value, phone.value) && other.place === 'labelled text')
}

interface DescribedContact {
  readonly kind: 'phone' | 'fax' | 'email'
  readonly found: Found
}

function describedContacts(page: SitePage): DescribedContact[] {
  return page.companies.flatMap((company) => {
    const points = ['contactPoint', 'contactPoints', 'department', 'location', 'address'].flatMap((name) =>
      thingProperties(company.thing, name),
    )
    return [company.thing, ...points.filter(isThing)].flatMap((thing) => contactsOfThing(thing, company, page.url))
  })
}

function contactsOfThing(thing: Thing, { place }: DescribedCompany, url: string): DescribedContact[] {
  const label = readableLabel(textProperties(thing, 'contactType')[0] ?? '')
  const phones = textProperties(thing, 'telephone')
    .map((raw) => tidyNumber(raw.replace(/^tel:/iu, '')))
    .filter((value) => isPhone(value))
  const faxes = textProperties(thing, 'faxNumber').map(tidyNumber)
  const emails = textProperties(thing, 'email')
    .map(mailAddressOf)
    .filter((value) => value !== null)
  const of = (kind: DescribedContact['kind'], values: readonly string[]): DescribedContact[] =>
    values.map((value) => ({ kind, found: { value, label, url, place } }))
  return [...of('phone', phones), ...of('fax', faxes), ...of('email', emails)]
}

const ANYBODYS =
  /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|web|t-online|qq|163|126|sina|sohu|foxmail|aliyun|139|189|orange|wanadoo|free|laposte|docomo|ezweb)\./u

/** Mail at the site's own name is the company's; at another company's name only when it stands alone on a page of contact. */
function ownMails(found: readonly Found[], siteUrl: string): Found[] {
  const own = found.filter(({ value }) => isOwnHost(value, siteUrl))
  const free = found.filter(({ value }) => ANYBODYS.test(value))
  return own.length + free.length > 0
    ? found.filter((mail) => own.includes(mail) || free.includes(mail))
    : found.filter(({ place }) => place !== 'footer')
}

function isOwnHost(mail: string, siteUrl: string): boolean {
  const [host, site] = [registeredHost(mail.slice(mail.indexOf('@') + 1)), registeredHost(hostOf(siteUrl))]
  // "foo.de" and "foo.com" belong together; so do "sample://sintai" and "sintai.example".
  return host === site || host.split('.')[0] === site.split('.')[0]
}

function addressesOf(page: SitePage): Found[] {
  const described = page.companies.flatMap(({ thing, place }) =>
    describedAddresses(thing).map((value) => ({ value, label: null, url: page.url, place })),
  )
  return [...described, ...addressFacts(page)]
}

function contactPageOf(pages: readonly SitePage[]): Fact | null {
  const links = pages.flatMap((page) => contactLinksIn(page.root, page.url).map((link) => ({ ...link, from: page.url })))
  const link = links.find(({ reason }) => reason === 'contact') ?? null
  if (link !== null) return { value: link.url, url: link.from, place: 'link' }
  const read = pages.find((page) => page.kind === 'contact')
  if (read !== undefined) return { value: read.url, url: read.url, place: 'heading' }
  const imprint = links.find(({ reason }) => reason === 'imprint')
  return imprint === undefined ? null : { value: imprint.url, url: imprint.from, place: 'link' }
}

function accountsOf(pages: readonly SitePage[]): AccountFact[] {
  const accounts = pages.flatMap(accountFacts)
  return accounts.filter((account, at) => accounts.findIndex((other) => sameAccount(other.value, account.value)) === at).slice(0, 12)
}

function sameAccount(one: string, other: string): boolean {
  return pageKey(one).toLowerCase() === pageKey(other).toLowerCase()
}

function contactFacts(found: readonly Found[]): ContactFact[] {
  return found.map(({ value, label, url, place }) => ({ value: value.slice(0, 300), label, url, place }))
}
