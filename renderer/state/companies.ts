import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Company, RelatedArticle } from '../../shared/contract/company.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'
import { useSource } from './sources.ts'

/** All followed companies, by name. */
export function useCompanies(): readonly Company[] {
  return useCompaniesQuery().data ?? []
}

/** A company with its articles per week, as a query. */
export function useCompany(id: string) {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.company(id), queryFn: () => ask(bridge, 'getCompany', { id }) })
}

/** The company that a source belongs to, or null. */
export function useCompanyOf(sourceId: string): Company | null {
  const source = useSource(sourceId)
  const { data } = useCompaniesQuery()
  const companyId = source?.companyId ?? null
  return useMemo(() => (companyId === null ? null : (data?.find((company) => company.id === companyId) ?? null)), [data, companyId])
}

/** The related industry news under an article. */
export function useRelated(articleId: string): readonly RelatedArticle[] {
  const bridge = useBridge()
  const { data } = useQuery({
    queryKey: queryKeys.related(articleId),
    queryFn: async () => (await ask(bridge, 'listRelated', { id: articleId })).related,
    gcTime: 60_000,
  })
  return data ?? []
}

function useCompaniesQuery() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.companies, queryFn: async () => (await ask(bridge, 'listCompanies', {})).companies })
}
