import type { CompanyFacts, Fact } from './companyFacts.ts'
import { isSameNumber } from './profile/phoneNumber.ts'
import { isSamePlace } from './profile/postalAddress.ts'
import { pageKey } from './profile/siteAddress.ts'

/** Something that a company's pages say otherwise than before. */
export interface FactChange {
  readonly field: 'name' | 'alias' | 'site' | 'logo' | 'phone' | 'email' | 'address' | 'contact page' | 'account'
  /** Null where it is new. */
  readonly before: string | null
  /** Null where it has gone. */
  readonly after: string | null
  /** The page that says so, or said so. */
  readonly url: string
}

type Field = FactChange['field']
type IsSame = (one: string, other: string) => boolean

/**
 * What changed between two readings, old and new value. Another spelling of the same number or place is no change, and what stood on a page
 * that was not read this time is not taken for gone.
 */
export function changedFacts(before: CompanyFacts, after: CompanyFacts): FactChange[] {
  const read = new Set(after.pages.map(pageKey))
  const list = (field: Field, of: (facts: CompanyFacts) => readonly Fact[], isSame: IsSame): FactChange[] =>
    changesIn(
      field,
      of(before).filter((fact) => read.has(pageKey(fact.url)) || of(after).some((other) => isSame(fact.value, other.value))),
      of(after),
      of(before),
      isSame,
    )
  const one = (field: Field, of: (facts: CompanyFacts) => Fact | null, isSame: IsSame): FactChange[] =>
    list(field, (facts) => [of(facts) ?? []].flat(), isSame)
  return [
    ...one('name', (facts) => facts.name, isSameText),
    ...list('alias', (facts) => facts.aliases, isSameText),
    ...siteChange(before, after),
    ...one('logo', (facts) => facts.logo, isSameText),
    ...list('phone', (facts) => facts.phones, isSameNumber),
    ...list('email', (facts) => facts.emails, isSameText),
    ...list('address', (facts) => facts.addresses, isSamePlace),
    ...one('contact page', (facts) => facts.contactPage, isSameAddress),
    ...list('account', (facts) => facts.accounts, isSameAddress),
  ]
}

/** The new reading with what stood on pages that were not read this time, so that a page out of order for a day unsays nothing. */
export function keptFacts(before: CompanyFacts, after: CompanyFacts): CompanyFacts {
  const read = new Set(after.pages.map(pageKey))
  const missed = <Kept extends Fact>(old: readonly Kept[], now: readonly Kept[], isSame: IsSame): Kept[] =>
    [...now, ...old.filter((fact) => !read.has(pageKey(fact.url)) && !now.some((other) => isSame(other.value, fact.value)))].slice(0, 12)
  const single = (old: Fact | null, now: Fact | null): Fact | null => now ?? (old !== null && !read.has(pageKey(old.url)) ? old : null)
  return {
    ...after,
    name: after.name ?? before.name,
    aliases: missed(before.aliases, after.aliases, isSameText),
    logo: single(before.logo, after.logo),
    phones: missed(before.phones, after.phones, isSameNumber),
    emails: missed(before.emails, after.emails, isSameText),
    addresses: missed(before.addresses, after.addresses, isSamePlace),
    contactPage: single(before.contactPage, after.contactPage),
    accounts: missed(before.accounts, after.accounts, isSameAddress),
  }
}

/** `old` holds what could be looked for again; a new fact is only paired with one of these. */
function changesIn(field: Field, old: readonly Fact[], now: readonly Fact[], allOld: readonly Fact[], isSame: IsSame): FactChange[] {
  const gone = old.filter((fact) => !now.some((other) => isSame(fact.value, other.value)))
  const come = now.filter((fact) => !allOld.some((other) => isSame(fact.value, other.value)))
  const pairs = come.map((fact) => ({ fact, was: partnerOf(fact, gone, come) }))
  const paired = new Set(pairs.map(({ was }) => was))
  return [
    ...pairs.map(({ fact, was }) => ({ field, before: was?.value ?? null, after: fact.value, url: fact.url })),
    ...gone.filter((fact) => !paired.has(fact)).map((fact) => ({ field, before: fact.value, after: null, url: fact.url })),
  ]
}

// What took whose place: the only one of each, or the only ones with the same label.
function partnerOf(fact: Fact, gone: readonly Fact[], come: readonly Fact[]): Fact | null {
  if (gone.length === 1 && come.length === 1) return gone[0] ?? null
  const label = labelOf(fact)
  const alike = gone.filter((other) => labelOf(other) === label)
  return label !== null && alike.length === 1 && come.filter((other) => labelOf(other) === label).length === 1 ? (alike[0] ?? null) : null
}

function labelOf(fact: Fact): string | null {
  return 'label' in fact && typeof fact.label === 'string' ? fact.label : null
}

function siteChange(before: CompanyFacts, after: CompanyFacts): FactChange[] {
  return isSameAddress(before.site, after.site) ? [] : [{ field: 'site', before: before.site, after: after.site, url: after.site }]
}

function isSameText(one: string, other: string): boolean {
  return one === other
}

function isSameAddress(one: string, other: string): boolean {
  return pageKey(one) === pageKey(other)
}
