import type { ListScope } from '../../../shared/contract/article.ts'
import type { EpochMs } from '../../../shared/time.ts'
import type { StoredScope } from '../store/cache/listScope.ts'
import type { Store } from '../store/store.ts'
import { dayStart } from './dayStart.ts'

/** What a list's scope means for the cache: which sources, and from when. A scope of saved items is not for the cache. */
export function storedScope(scope: ListScope, store: Pick<Store, 'sources'>, now: EpochMs): StoredScope {
  return {
    sourceIds: sourceIdsOf(scope, store),
    category: scope.view === 'company' || scope.view === 'industry' ? scope.view : null,
    unreadOnly: scope.view === 'unread' || scope.only === 'unread',
    since: scope.view === 'today' ? dayStart(now) : null,
    mentionsOf: scope.mentionsOf ?? null,
    watchedOnly: scope.view === 'watching',
  }
}

/** Whether a scope lists saved items, which the library keeps. */
export function isOfSaved(scope: ListScope): boolean {
  return scope.view === 'saved' || scope.only === 'saved'
}

/** The sources that a scope is narrowed to; null where it is not. */
export function sourceIdsOf({ sourceId, folder, companyId }: ListScope, store: Pick<Store, 'sources'>): string[] | null {
  if (sourceId !== undefined) return [sourceId]
  if (folder === undefined && companyId === undefined) return null
  const isWithin = (name: string | null): boolean => folder === undefined || name === folder || (name?.startsWith(`${folder} / `) ?? false)
  const sources = store.sources.list().filter((one) => isWithin(one.folder) && (companyId === undefined || one.companyId === companyId))
  return sources.map((one) => one.id)
}
