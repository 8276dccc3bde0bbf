import type { MentionsTable } from '../cache/mentions.ts'
import type { CollectionsTable } from '../library/collections.ts'
import type { CompaniesTable, KeptCompany } from '../library/companies.ts'
import type { KeptSource, SourcesTable } from '../library/sources.ts'
import type { ParsedQuery, QueryTerm } from './searchQuery.ts'
import { foldText } from '../../../../shared/foldText.ts'
import { wordsOf } from './words.ts'

/** What a query's filters name. */
export interface Named {
  /** The sources that `source:` names; null where the query has no such filter. */
  readonly sourceIds: ReadonlySet<string> | null
  /** The companies that `company:` names; null where the query has no such filter. */
  readonly companies: NamedCompanies | null
  /** The collections that `collection:` names; null where the query has no such filter. */
  readonly collectionIds: readonly string[] | null
}

/** Companies with what leads to their news: their own sources, and their names in others' articles. */
export interface NamedCompanies {
  readonly companyIds: readonly string[]
  readonly sourceIds: ReadonlySet<string>
  readonly names: readonly QueryTerm[]
}

/** Where names are looked up. */
export interface NamedTables {
  readonly sources: Pick<SourcesTable, 'list'>
  readonly companies: Pick<CompaniesTable, 'list' | 'sourceIds'>
  readonly collections: Pick<CollectionsTable, 'list'>
  readonly mentions: Pick<MentionsTable, 'companies'>
}

/** What a query's filters name, and what those with a minus do. */
export interface NamedBoth extends Named {
  readonly without: Named
}

/** Finds what a query names, and what it leaves out. */
export function namedBoth(query: ParsedQuery, tables: NamedTables): NamedBoth {
  return { ...named(query, tables), without: named(query.without, tables) }
}

/** Finds what `source:`, `company:` and `collection:` name. */
function named(
  { sources, companies, collections }: Pick<ParsedQuery, 'sources' | 'companies' | 'collections'>,
  tables: NamedTables,
): Named {
  const all = sources.length + companies.length === 0 ? [] : tables.sources.list()
  const namedSources = all.filter((source) => sources.some((name) => isSource(source, name)))
  return {
    sourceIds: sources.length === 0 ? null : new Set(namedSources.map((source) => source.id)),
    companies: companies.length === 0 ? null : namedCompanies(companies, all, tables),
    collectionIds: collections.length === 0 ? null : namedCollections(collections, tables),
  }
}

function namedCompanies(asked: readonly string[], sources: readonly KeptSource[], { companies, mentions }: NamedTables): NamedCompanies {
  const found = companies.list().filter((company) => asked.some((name) => isCompany(company, name)))
  const companyIds = found.map((company) => company.id)
  // A source of company news is found by its title as well, as long as nobody knows its company.
  const titled = sources.filter((source) => source.category === 'company' && asked.some((name) => says(source.title, name)))
  const names = mentions.companies().flatMap((company) => (companyIds.includes(company.companyId) ? company.names : []))
  return {
    companyIds,
    sourceIds: new Set([...companyIds.flatMap(companies.sourceIds), ...titled.map((source) => source.id)]),
    names: names.map((name) => ({ words: wordsOf(name), isPrefix: false })).filter(({ words }) => words.length > 0),
  }
}

/** A name that is written whole means that collection alone, though others have it in theirs. */
function namedCollections(asked: readonly string[], { collections }: NamedTables): string[] {
  const all = collections.list()
  return asked.flatMap((name) => {
    const whole = all.filter((one) => one.id === name || isSame(one.name, name))
    return (whole.length > 0 ? whole : all.filter((one) => says(one.name, name))).map((one) => one.id)
  })
}

function isSource(source: KeptSource, name: string): boolean {
  return name === source.id || says(source.title, name) || says(source.url, name)
}

function isCompany({ id, name, aliases }: KeptCompany, asked: string): boolean {
  return asked === id || [name, ...aliases].some((one) => says(one, asked))
}

function says(text: string, part: string): boolean {
  return foldText(text).folded.includes(foldText(part).folded)
}

function isSame(one: string, other: string): boolean {
  return foldText(one).folded === foldText(other).folded
}
