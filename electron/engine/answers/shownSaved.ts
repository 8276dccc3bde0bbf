import type { SavedItem } from '../../../shared/contract/article.ts'
import type { SavedFilter } from '../store/library/savedLists.ts'
import type { EngineParts } from './engineParts.ts'
import { picturePath } from './picturePath.ts'

/** Saved items as lists and the command line show them: those of these ids, or those of a list. */
export function shownSaved(wanted: readonly string[] | SavedFilter, { store }: Pick<EngineParts, 'store'>): SavedItem[] {
  const filter: SavedFilter = 'length' in wanted ? { ids: wanted } : wanted
  return store.saved.list(filter).map(({ thumbnailHash, ...item }) => ({
    ...item,
    thumbnail: thumbnailHash === null ? null : picturePath(thumbnailHash),
  }))
}
