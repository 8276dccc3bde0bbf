import { createMentionFinder, type MentionFinder } from '../company/mentions/createMentionFinder.ts'
import { withoutLegalForm } from '../company/profile/legalForms.ts'
import type { SoughtNames } from '../store/cache/mentions.ts'
import type { KeptCompany } from '../store/library/companies.ts'
import type { Store } from '../store/store.ts'

/** A company as articles are searched for it. */
export interface SoughtCompany {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  /** Whose articles are its own news, and no mentions. */
  readonly sourceIds: readonly string[]
}

/** The companies that articles may tell of, as far as their sites were read: a source's title is no name to look for. */
export interface KnownCompanies {
  readonly all: ReadonlyMap<string, SoughtCompany>
  readonly finder: MentionFinder
  /** The company whose own news a source carries. */
  ownOf(sourceId: string): SoughtCompany | null
}

/** Gathers what is known at this moment. */
export function knownCompanies({ companies, sources }: Pick<Store, 'companies' | 'sources'>): KnownCompanies {
  const followed = sources.list()
  const byCompany = Map.groupBy(followed, (source) => source.companyId)
  const bySource = new Map(followed.map(({ id, companyId }) => [id, companyId]))
  const sought = companies.list().map((company) =>
    soughtCompany(
      company,
      (byCompany.get(company.id) ?? []).map(({ id }) => id),
    ),
  )
  const all = new Map(sought.map((company) => [company.id, company]))
  return { all, finder: createMentionFinder(sought), ownOf: (sourceId) => all.get(bySource.get(sourceId) ?? '') ?? null }
}

/** What the search index is asked for a company: its names, and those without the legal form that articles leave out. */
export function soughtNames({ names, sourceIds }: SoughtCompany): SoughtNames {
  return { names: [...new Set([...names, ...names.map(withoutLegalForm)])], sourceIds: sourceIds.toSorted() }
}

function soughtCompany({ id, name, aliases, facts }: KeptCompany, sourceIds: readonly string[]): SoughtCompany {
  return { id, name, sourceIds, names: facts === null ? [] : [...new Set([name, ...aliases])] }
}
