import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is true of a company's site. An empty list says that there is nothing to find. */
export interface CompanyGold {
  readonly siteUrl: string
  /** The address of each file, without `.html`. */
  readonly pages: Readonly<Record<string, string>>
  /** Any of them is right. */
  readonly names: readonly string[]
  /** All of them must be known, as name or alias. */
  readonly aliases: readonly string[]
  readonly logo: string | null
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly addresses: readonly string[]
  readonly contactPage: string | null
  readonly accounts: readonly string[]
  /** What must not stand in any fact. */
  readonly never: readonly string[]
  /** Kept apart from tuning. */
  readonly heldBack?: boolean
}

/** A company's site of the fixtures. */
export interface CompanySite {
  readonly name: string
  readonly gold: CompanyGold
  readonly pages: readonly { readonly url: string; readonly html: string }[]
}

export const COMPANY_FIXTURES = new URL('../../fixtures/companies', import.meta.url).pathname

/** Every site of a folder made like `tests/fixtures/companies`. */
export function readSites(folder: string = COMPANY_FIXTURES): CompanySite[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'gold.json')))
  return names.toSorted().map((name) => readSite(folder, name))
}

function readSite(folder: string, name: string): CompanySite {
  const gold = JSON.parse(readFileSync(join(folder, name, 'gold.json'), 'utf8')) as CompanyGold
  const pages = Object.entries(gold.pages).map(([file, url]) => ({ url, html: readFileSync(join(folder, name, `${file}.html`), 'utf8') }))
  return { name, gold, pages }
}
