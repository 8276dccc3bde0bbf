import type { SavedItem } from '../../../shared/contract/article.ts'
import { failed, ok } from '../../../shared/result.ts'
import { copyArticle, type SavingWords } from '../saving/copyArticle.ts'
import { forgetPictures, holdPictures } from '../saving/savedMedia.ts'
import { parseQuery } from '../store/store.ts'
import type { SavedChange } from '../store/library/saved.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { shownSaved } from './shownSaved.ts'
import { tellArticles } from './tellStored.ts'

type Named = 'saveArticle' | 'unsaveArticle' | 'unsaveArticles' | 'changeSaved' | 'listSaved' | 'listSavedFacets'

/** Answers about saved items. Each is durable before it is given. */
export function savedAnswers(parts: EngineParts): Pick<Answers, Named> {
  const { store } = parts
  return {
    saveArticle: async ({ id, note, tags, collectionId }) => {
      const change = { note, tags, collectionId }
      const before = store.saved.change(id, change)
      if (before === null) {
        const words = { note: note ?? '', tags: tags ?? [], collectionId: collectionId ?? null }
        const copy = await parts.savedFiles.during(() => saveAnew(id, words, parts))
        if (copy === null) return failed({ kind: 'not-found', what: 'article' })
        parts.upkeep.soon()
      }
      tellSaved([id], parts)
      const saved = shownSaved([id], parts)[0]
      if (saved === undefined) return failed({ kind: 'not-found', what: 'saved item' })
      return ok({ saved, undo: before !== null && isOther(before, saved) ? keepWords(before, change, parts) : null })
    },
    unsaveArticle: ({ id }) => {
      const copy = store.saved.unsave(id)
      if (copy === null) return ok({ unsaved: false, undo: null })
      tellSaved([id], parts)
      return ok({ unsaved: true, undo: keepUnsaved([copy], parts) })
    },
    unsaveArticles: ({ ids, joins }) => {
      const copies = ids.map((id) => store.saved.unsave(id)).filter((copy) => copy !== null)
      if (copies.length === 0) return ok({ changed: 0, undo: joins ?? null })
      tellSaved(ids, parts)
      return ok({ changed: copies.length, undo: keepUnsaved(copies, parts, joins) })
    },
    changeSaved: ({ ids, joins, addTags, removeTags, collectionId }) => {
      const before = ids.flatMap((id) => {
        const tags = store.saved.get(id)?.tags
        const wanted = tags && [...new Set([...tags.filter((tag) => !removeTags.includes(tag)), ...addTags])]
        const copy = wanted ? store.saved.change(id, { tags: wanted, collectionId }) : null
        return copy === null ? [] : { id, tags: copy.tags, collectionId: copy.collectionId }
      })
      if (before.length === 0) return ok({ changed: 0, undo: joins ?? null })
      tellSaved(ids, parts)
      return ok({ changed: before.length, undo: parts.undo.keep({ takeBack: () => takeBackChange(before, parts) }, joins) })
    },
    listSaved: ({ query, ...filter }) => {
      const ids = query === undefined ? null : store.search.savedIds(parseQuery(query))
      return ok({ saved: shownSaved({ ...filter, ...(ids && { ids }) }, parts), tags: store.saved.tags(), total: store.saved.count() })
    },
    listSavedFacets: () => ok(store.savedFacets()),
  }
}

async function saveAnew(id: string, words: SavingWords, parts: EngineParts): Promise<SavedCopy | null> {
  const copy = await copyArticle(id, words, parts)
  // Saved meanwhile by another request: that copy stays.
  if (copy !== null && parts.store.saved.isSaved([id]).size === 0) parts.store.saved.save(copy)
  return copy
}

function isOther(before: SavedCopy, after: SavedItem): boolean {
  return before.note !== after.note || before.collectionId !== after.collectionId || before.tags.join('\n') !== after.tags.join('\n')
}

/** Keeps how what was changed is taken back; what was not given stays as it is by then. */
function keepWords(before: SavedCopy, { note, tags, collectionId }: SavedChange, parts: EngineParts): string {
  const takeBack = (): void => {
    parts.store.saved.change(before.id, {
      ...(note === undefined ? {} : { note: before.note }),
      ...(tags === undefined ? {} : { tags: before.tags }),
      ...(collectionId === undefined ? {} : { collectionId: before.collectionId }),
    })
    tellSaved([before.id], parts)
  }
  return parts.undo.keep({ takeBack })
}

/** What was given up keeps its files for as long as it can be taken back. */
function keepUnsaved(copies: readonly SavedCopy[], parts: EngineParts, joins?: string): string {
  const letGo = holdPictures(copies, parts)
  const finish = async (): Promise<void> => {
    letGo()
    await forgetPictures(copies, parts)
  }
  const takeBack = async (): Promise<void> => {
    for (const copy of copies) {
      // Saved anew meanwhile: its new note and tags count.
      if (parts.store.saved.isSaved([copy.id]).size === 0) parts.store.saved.save(copy)
    }
    tellSaved(
      copies.map((copy) => copy.id),
      parts,
    )
    await finish()
    // What they lacked when they were given up they lack still.
    parts.upkeep.soon()
  }
  return parts.undo.keep({ takeBack, finish }, joins)
}

/** Notes that were written meanwhile stay. */
function takeBackChange(before: readonly Pick<SavedCopy, 'id' | 'tags' | 'collectionId'>[], parts: EngineParts): void {
  for (const { id, tags, collectionId } of before) parts.store.saved.change(id, { tags, collectionId })
  tellSaved(
    before.map((copy) => copy.id),
    parts,
  )
}

function tellSaved(ids: readonly string[], parts: EngineParts): void {
  parts.tell({ name: 'savedChanged', body: {} })
  tellArticles(ids, parts)
}
