import type { KeptSource, SourcesTable } from '../library/sources.ts'
import type { ParsedQuery } from './searchQuery.ts'
import { foldText } from './words.ts'

/** The ids of the sources that `source:` and `company:` name; null where the query names none. */
export function namedSources({ sources, companies }: ParsedQuery, table: SourcesTable): ReadonlySet<string> | null {
  if (sources.length + companies.length === 0) return null
  const all = table.list()
  const named = all.filter((source) => isNamed(source, sources) && isCompany(source, companies))
  return new Set(named.map((source) => source.id))
}

function isNamed(source: KeptSource, names: readonly string[]): boolean {
  return names.length === 0 || names.some((name) => name === source.id || says(source.title, name) || says(source.url, name))
}

function isCompany(source: KeptSource, names: readonly string[]): boolean {
  if (names.length === 0) return true
  return source.category === 'company' && names.some((name) => name === source.companyId || says(source.title, name))
}

function says(text: string, part: string): boolean {
  return foldText(text).folded.includes(foldText(part).folded)
}
