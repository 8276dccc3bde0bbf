import type { FactChange as ToldChange, FactField } from '../../../shared/contract/company.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { changedFacts, keptFacts, type FactChange } from '../company/changedFacts.ts'
import type { CompanyFacts } from '../company/companyFacts.ts'
import type { CompanyChange, KeptCompany } from '../store/library/companies.ts'

/** How many changes of a company are remembered. */
const MOST_CHANGES = 100

/** What the library holds of a company's facts; null before its site was read. */
export function factsOf({ facts }: Pick<KeptCompany, 'facts'>): CompanyFacts | null {
  return facts === null ? null : (JSON.parse(facts) as CompanyFacts)
}

/**
 * How a reading of its site changes a company: its facts, with what changed since the last reading noted. What stood on a page that was
 * not to be had this time stays.
 */
export function changeByReading(company: KeptCompany, read: CompanyFacts, at: EpochMs): CompanyChange {
  const before = factsOf(company)
  const facts = before === null ? read : keptFacts(before, read)
  const noted = before === null ? [] : changedFacts(before, read).flatMap((change) => toldChange(change, at))
  return {
    name: facts.name?.value ?? company.name,
    aliases: facts.aliases.map((alias) => alias.value),
    facts: JSON.stringify(facts),
    changes: [...company.changes, ...noted].slice(-MOST_CHANGES),
    checkedAt: at,
    triedAt: at,
  }
}

function toldChange({ field, before, after }: FactChange, at: EpochMs): ToldChange[] {
  const told = toldField(field)
  return told === null ? [] : [{ field: told, before, after, at }]
}

/** The contract's word for a field; null for the site, which is no fact of its pages. */
function toldField(field: FactChange['field']): FactField | null {
  switch (field) {
    case 'contact page':
      return 'contactPage'
    case 'account':
      return 'social'
    case 'site':
      return null
    case 'name':
    case 'alias':
    case 'logo':
    case 'phone':
    case 'email':
    case 'address':
      return field
  }
}
