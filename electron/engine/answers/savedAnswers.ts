import type { SavedItem } from '../../../shared/contract/article.ts'
import { failed, ok } from '../../../shared/result.ts'
import type { SavedCopy } from '../store/library/savedCopy.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { chosenText } from './readingAnswers.ts'
import { tellArticles } from './tellStored.ts'

/** Answers about saved items. Each is durable before it is given. */
export function savedAnswers(parts: EngineParts): Pick<Answers, 'saveArticle' | 'unsaveArticle' | 'listSaved'> {
  const { store, undo } = parts
  return {
    saveArticle: ({ id, note, tags }) => {
      if (store.saved.isSaved([id]).size > 0) {
        const changed = store.saved.change(id, { note, tags })
        if (changed !== null) return ok({ saved: toldSaved(changed, parts) })
      }
      const copy = copyOf(id, note ?? '', tags ?? [], parts)
      if (copy === null) return failed({ kind: 'not-found', what: 'article' })
      store.saved.save(copy)
      return ok({ saved: toldSaved(itemOf(copy), parts) })
    },
    unsaveArticle: ({ id }) => {
      const copy = store.saved.unsave(id)
      if (copy === null) return ok({ unsaved: false, undo: null })
      tellSaved(id, parts)
      const takeBack = (): void => {
        // Saved anew meanwhile: its new note and tags count.
        if (store.saved.isSaved([id]).size === 0) store.saved.save(copy)
        tellSaved(id, parts)
      }
      return ok({ unsaved: true, undo: undo.keep({ takeBack }) })
    },
    listSaved: ({ tag }) => ok({ saved: store.saved.list({ tag }), tags: store.saved.tags() }),
  }
}

/** A full copy of a cached article: it needs nothing of the cache from then on. */
function copyOf(id: string, note: string, tags: readonly string[], { store, now }: EngineParts): SavedCopy | null {
  const stored = store.articles.getContent(id)
  const source = stored === null ? null : store.sources.get(stored.sourceId)
  if (stored === null || source === null) return null
  const { text, origin } = chosenText(stored, null)
  const { sourceId, category, title, url, author, publishedAt, updatedAt, firstSeenAt, excerpt, language, categories } = stored
  return {
    id,
    sourceId,
    category,
    title,
    url,
    author,
    publishedAt,
    updatedAt,
    firstSeenAt,
    excerpt,
    language,
    categories,
    origin,
    note,
    sourceTitle: source.title,
    sourceUrl: source.url,
    siteUrl: source.siteUrl,
    savedAt: now(),
    tags: [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    html: text?.html ?? '',
    text: text?.text ?? '',
    pictures: text?.pictures ?? [],
  }
}

function itemOf(copy: SavedCopy): SavedItem {
  const {
    html: _html,
    text: _text,
    pictures: _pictures,
    origin: _origin,
    siteUrl: _site,
    language: _language,
    categories: _categories,
    ...item
  } = copy
  return item
}

function toldSaved(saved: SavedItem, parts: EngineParts): SavedItem {
  tellSaved(saved.id, parts)
  return saved
}

function tellSaved(id: string, parts: EngineParts): void {
  parts.tell({ name: 'savedChanged', body: {} })
  tellArticles([id], parts)
}
