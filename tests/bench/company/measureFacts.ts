import type { CompanyFacts } from '../../../electron/engine/company/companyFacts.ts'
import { readCompany } from '../../../electron/engine/company/readCompany.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { CompanyGold, CompanySite } from './corpus.ts'

/** How one site was read: right of wanted, and what was said that is not so. */
export interface FactFigures {
  readonly name: string
  readonly isHeldBack: boolean
  readonly right: number
  readonly wanted: number
  readonly wrong: number
  readonly faults: readonly string[]
}

/** Reads a site and compares it with what is true of it. */
export function measureSite(site: CompanySite): FactFigures {
  const facts = readCompany(site.pages, { siteUrl: site.gold.siteUrl, now: 0 as EpochMs })
  const fields = fieldsOf(facts, site.gold)
  const leaks = site.gold.never.filter((text) => JSON.stringify(facts).includes(text)).map((text) => `never: ${text}`)
  const missed = fields.flatMap((field) => field.missed.map((value) => `${field.name} missed: ${value}`))
  const extra = fields.flatMap((field) => field.extra.map((value) => `${field.name} wrong: ${value}`))
  const wanted = fields.reduce((sum, field) => sum + field.wanted, 0)
  return {
    name: site.name,
    isHeldBack: site.gold.heldBack === true,
    right: wanted - missed.length,
    wanted,
    wrong: extra.length + leaks.length,
    faults: [...missed, ...extra, ...leaks],
  }
}

interface Field {
  readonly name: string
  readonly wanted: number
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

function fieldsOf(facts: CompanyFacts, gold: CompanyGold): Field[] {
  const name = facts.name?.value ?? ''
  const known = new Set([name, ...facts.aliases.map((alias) => alias.value)])
  return [
    {
      name: 'name',
      wanted: 1,
      missed: gold.names.includes(name) ? [] : [gold.names[0] ?? ''],
      extra: gold.names.includes(name) || name === '' ? [] : [name],
    },
    { name: 'alias', wanted: gold.aliases.length, missed: gold.aliases.filter((alias) => !known.has(alias)), extra: [] },
    listed('logo', gold.logo === null ? [] : [gold.logo], facts.logo === null ? [] : [facts.logo.value], plain),
    listed(
      'phone',
      gold.phones,
      facts.phones.map((fact) => fact.value),
      digits,
    ),
    listed(
      'email',
      gold.emails,
      facts.emails.map((fact) => fact.value),
      plain,
    ),
    listed(
      'address',
      gold.addresses,
      facts.addresses.map((fact) => fact.value),
      letters,
    ),
    listed(
      'contact page',
      gold.contactPage === null ? [] : [gold.contactPage],
      facts.contactPage === null ? [] : [facts.contactPage.value],
      plain,
    ),
    listed(
      'account',
      gold.accounts,
      facts.accounts.map((fact) => fact.value),
      plain,
    ),
  ]
}

// Where there is nothing to find, finding nothing is the one right answer.
function listed(name: string, wanted: readonly string[], found: readonly string[], key: (text: string) => string): Field {
  const missed = wanted.filter((value) => !found.some((other) => key(other) === key(value)))
  const extra = found.filter((value) => !wanted.some((other) => key(other) === key(value)))
  if (wanted.length > 0) return { name, wanted: wanted.length, missed, extra }
  return { name, wanted: 1, missed: extra.length > 0 ? ['(nothing)'] : [], extra }
}

function plain(text: string): string {
  return text
}

/** National and international writing of a number are the same: its last nine digits. */
function digits(text: string): string {
  return text.replace(/\(0\)/gu, '').replace(/\D/gu, '').slice(-9)
}

/** The same words in any order and punctuation; a postcode may stand before or after its town, with or without its country. */
function letters(text: string): string {
  return (
    text
      .replace(/\b[A-Z]{1,2}-(?=\d{4,5}\b)/gu, '')
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .toSorted()
    .join(' ')
}
