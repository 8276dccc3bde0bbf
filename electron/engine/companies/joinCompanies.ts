import type { KeptSource } from '../store/library/sources.ts'
import type { Store } from '../store/store.ts'
import { siteOf } from './siteOf.ts'

/** Has every source of company news belong to its company, and no other; answers whether anything changed. */
export function joinCompanies(store: Pick<Store, 'sources' | 'companies'>): boolean {
  return store.sources.list().filter((source) => joinCompany(source, store)).length > 0
}

/** The same for one source. */
export function joinCompany(source: KeptSource, { sources, companies }: Pick<Store, 'sources' | 'companies'>): boolean {
  const companyId = companyIdOf(source, companies)
  if (companyId === source.companyId) return false
  sources.change(source.id, { companyId })
  return true
}

/** A company that a source has is kept, wherever the site says that it is by now. */
function companyIdOf(source: KeptSource, companies: Store['companies']): string | null {
  if (source.category !== 'company') return null
  if (source.companyId !== null && companies.get(source.companyId) !== null) return source.companyId
  const site = siteOf(source)
  return site === null ? null : companies.ofSite(site).id
}
