import type { Category } from '../../../../shared/contract/schemas.ts'
import type { EpochMs } from '../../../../shared/time.ts'
import { categoryNumber } from './cachedSources.ts'
import type { CachedSource, CachedSources } from './cachedSources.ts'

/** What a list shows, resolved: null means no narrowing. `since`: listed at that moment or later. */
export interface StoredScope {
  readonly sourceIds: readonly string[] | null
  readonly category: Category | null
  readonly unreadOnly: boolean
  readonly since: EpochMs | null
  /** The company that the articles mention. */
  readonly mentionsOf?: string | null
  /** Only what a rule watches. */
  readonly watchedOnly?: boolean
}

/** By which index a scope is walked: all articles, those of a category, each source by itself, a company's mentions, or what is watched. */
export type Walk =
  | { readonly kind: 'all' }
  | { readonly kind: 'category'; readonly category: number }
  | { readonly kind: 'sources'; readonly sources: readonly CachedSource[] }
  | { readonly kind: 'mentions'; readonly companyId: string }
  | { readonly kind: 'watched' }

/** Finds the way through a scope. Sources that are hidden, or of another category, are left out. */
export function walkOf(scope: StoredScope, sources: CachedSources): Walk {
  if (scope.mentionsOf) return { kind: 'mentions', companyId: scope.mentionsOf }
  if (scope.watchedOnly) return { kind: 'watched' }
  if (scope.sourceIds === null) {
    return scope.category === null ? { kind: 'all' } : { kind: 'category', category: categoryNumber(scope.category) }
  }
  return { kind: 'sources', sources: sources.among(scope.sourceIds).filter((source) => isShown(source, scope)) }
}

/** Whether a source's articles are within a scope. */
export function isShown(source: CachedSource, { category }: StoredScope): boolean {
  return !source.isHidden && source.total > 0 && (category === null || source.category === category)
}

/** What narrows a scope of mentions, or of what is watched, as the statements take it. */
export function narrowing({ unreadOnly, category, sourceIds }: StoredScope) {
  return {
    unreadOnly: Number(unreadOnly),
    category: category && categoryNumber(category),
    sourceIds: sourceIds && JSON.stringify(sourceIds),
  }
}

/** The least of all times, for a scope without `since`. */
export const beginning = -8.64e15 as EpochMs

/** A place in a list: where a page ends. */
export interface Place {
  readonly at: number
  readonly row: number
}

/** A place as the opaque word that crosses the contract. */
export function cursorOf({ at, row }: Place): string {
  return `${at}.${row}`
}

/** The place that a cursor means; null for a word that is none. */
export function placeOf(cursor: string): Place | null {
  const found = /^(-?\d{1,16})\.(\d{1,16})$/.exec(cursor)
  return found ? { at: Number(found[1]), row: Number(found[2]) } : null
}
