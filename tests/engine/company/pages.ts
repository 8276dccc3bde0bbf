import type { CompanyFacts } from '../../../electron/engine/company/companyFacts.ts'
import { readCompany } from '../../../electron/engine/company/readCompany.ts'
import type { EpochMs } from '../../../shared/time.ts'

export const NOW = Date.UTC(2024, 5, 20) as EpochMs
export const SITE = 'https://www.example-works.example/'

/** What is read from one page at the site's front door. */
export function readPage(html: string, url = SITE): CompanyFacts {
  return readCompany([{ url, html }], { siteUrl: SITE, now: NOW })
}

/** What is read from a page of contact. */
export function readContact(body: string): CompanyFacts {
  return readPage(`<body><h1>Contact</h1>${body}</body>`, `${SITE}contact`)
}

export function values(facts: readonly { readonly value: string }[]): string[] {
  return facts.map((fact) => fact.value)
}
