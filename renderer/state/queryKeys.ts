import type { ListScope } from '../../shared/contract/article.ts'
import type { RequestInput } from '../../shared/contract/requests.ts'
import type { RetentionPolicy } from '../../shared/retention.ts'
import type { Settings } from '../../shared/settings.ts'

/** Under which key each answer of the engine is kept in the page. The first word names the kind. */
export const queryKeys = {
  sources: ['sources'],
  status: ['status'],
  settings: ['settings'],
  offline: ['offline'],
  list: (scope: ListScope, order: Settings['order']) => ['list', scope, order] as const,
  arrived: (scope: ListScope, since: number) => ['arrived', scope, since] as const,
  total: (scope: ListScope) => ['total', scope] as const,
  article: (id: string, origin: string | null) => ['article', id, origin] as const,
  saved: (wanted: RequestInput<'listSaved'>) => ['saved', wanted] as const,
  savedFacets: ['savedFacets'],
  collections: ['collections'],
  search: (query: string, limit: number) => ['search', query, limit] as const,
  keptSearches: ['keptSearches'],
  keptSearchCounts: ['keptSearchCounts'],
  rules: ['rules'],
  companies: ['companies'],
  company: (id: string) => ['company', id] as const,
  importProgress: ['importProgress'],
  exportProgress: ['exportProgress'],
  backupProgress: ['backupProgress'],
  backupState: ['backupState'],
  retention: (policy: RetentionPolicy) => ['retention', policy] as const,
  related: (id: string) => ['related', id] as const,
} as const

/** The first words of the keys. */
export type QueryKind = keyof typeof queryKeys
