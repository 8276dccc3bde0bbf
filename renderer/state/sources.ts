import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

/** All followed sources. */
export function useSources() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.sources, queryFn: async () => (await ask(bridge, 'listSources', {})).sources })
}

/** The source of an id, or null while unknown. */
export function useSource(id: string | null): Source | null {
  const { data } = useSources()
  return useMemo(() => data?.find((source) => source.id === id) ?? null, [data, id])
}

/** A folder with its sources; `name` is null for the sources that stand in none. */
export type Folder = { readonly name: string | null; readonly sources: readonly Source[]; readonly unread: number }

/** Sources by folder, as the sidebar shows them: folders by name, then the sources outside; within, by title. */
export function foldersOf(sources: readonly Source[], locale: string): readonly Folder[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const byFolder = Map.groupBy(sources, (source) => source.folder)
  return [...byFolder]
    .map(([name, members]) => folder(name, members, collator))
    .sort((one, other) => (one.name === null ? 1 : other.name === null ? -1 : collator.compare(one.name, other.name)))
}

function folder(name: string | null, members: readonly Source[], collator: Intl.Collator): Folder {
  const sources = [...members].sort((one, other) => collator.compare(one.title, other.title))
  return { name, sources, unread: sum(sources) }
}

/** The names of the folders that there are, in order: what a field for a folder suggests. */
export function folderNames(sources: readonly Source[], locale: string): readonly string[] {
  return foldersOf(sources, locale)
    .map((folder) => folder.name)
    .filter((name) => name !== null)
}

/** Unread articles by category, and in all. */
export function unreadCounts(sources: readonly Source[]): { readonly all: number; readonly company: number; readonly industry: number } {
  const company = sum(sources.filter((source) => source.category === 'company'))
  const all = sum(sources)
  return { all, company, industry: all - company }
}

/** Unread articles of a company's own sources. */
export function unreadOf(sources: readonly Source[], companyId: string): number {
  return sum(sources.filter((source) => source.companyId === companyId))
}

/** Whether a person should look at a source: it fails, lost its list, or is gone. */
export function isInTrouble(source: Source): boolean {
  const { state } = source.health
  return state === 'failing' || state === 'drifted' || state === 'gone'
}

function sum(sources: readonly Source[]): number {
  return sources.reduce((total, source) => total + source.unread, 0)
}
