import type { Article, SavedItem } from '../../shared/contract/article.ts'
import type { RequestInput, RequestOutput } from '../../shared/contract/requests.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import type { EpochMs } from '../../shared/time.ts'

type SavingRequest = 'saveArticle' | 'unsaveArticle' | 'unsaveArticles' | 'changeSaved' | 'listSaved' | 'listSavedFacets'
type CollectionRequest = 'listCollections' | 'makeCollection' | 'renameCollection' | 'moveCollection' | 'removeCollection'
type Answers<Named extends SavingRequest | CollectionRequest> = {
  [Name in Named]: (input: RequestInput<Name>) => RequestOutput<Name> | SpokenFailure
}

/** What the fake's saved items are made of. */
type FakeSaving = {
  readonly articles: readonly Article[]
  readonly now: EpochMs
  /** Changes articles alike, and answers the undo. */
  readonly change: (ids: readonly string[], fields: Partial<Article> | ((each: Article) => Partial<Article>)) => string
  readonly changed: () => void
  readonly undoable: (takeBack: () => void) => string
}

/** Saved items and collections behind a fake bridge. */
export function fakeSaved(saving: FakeSaving): Answers<SavingRequest | CollectionRequest> {
  return { ...fakeSavedItems(saving), ...fakeCollections(saving) }
}

function fakeSavedItems({ articles, now, change }: FakeSaving): Answers<SavingRequest> {
  return {
    saveArticle: ({ id, note, tags, collectionId }) => {
      const found = articles.find((each) => each.id === id)
      if (found === undefined) return { kind: 'not-found', what: 'article', sentence: 'There is no such article.' }
      const words = {
        note: note ?? found.note ?? '',
        tags: tags ?? found.tags,
        collectionId: collectionId === undefined ? found.collectionId : collectionId,
      }
      const fields = { isSaved: true, savedAt: found.savedAt ?? now, ...words }
      const undo = change([id], fields)
      return { saved: savedOf({ ...found, ...fields }), undo: found.isSaved ? undo : null }
    },
    unsaveArticle: ({ id }) => ({ unsaved: true, undo: change([id], { isSaved: false, savedAt: null }) }),
    unsaveArticles: ({ ids }) => ({ changed: ids.length, undo: change(ids, { isSaved: false, savedAt: null }) }),
    changeSaved: ({ ids, addTags = [], removeTags = [], collectionId }) => {
      const tagsOf = ({ tags }: Article) => [...new Set([...tags.filter((tag) => !removeTags.includes(tag)), ...addTags])]
      return {
        changed: ids.length,
        undo: change(ids, (each) => ({ tags: tagsOf(each), ...(collectionId === undefined ? {} : { collectionId }) })),
      }
    },
    listSaved: ({ tag, collectionId, hasNote, query = '' }) => {
      const saved = articles.filter((each) => each.isSaved)
      return {
        saved: saved
          .map(savedOf)
          .filter((each) => (tag === undefined || each.tags.includes(tag)) && (hasNote !== true || each.note !== ''))
          .filter((each) => collectionId === undefined || each.collectionId === collectionId)
          .filter((each) => `${each.title} ${each.note}`.toLowerCase().includes(query.toLowerCase())),
        total: saved.length,
        tags: counted(saved.flatMap((each) => each.tags)).map(([tag, count]) => ({ tag, count })),
      }
    },
    listSavedFacets: () => {
      const saved = articles.filter((each) => each.isSaved)
      const titles = new Map(saved.map((each) => [each.sourceId, each.sourceTitle]))
      return {
        tags: counted(saved.flatMap((each) => each.tags)).map(([tag, count]) => ({ tag, count })),
        from: {
          companies: [],
          sources: counted(saved.map((each) => each.sourceId)).map(([id, count]) => ({ id, title: titles.get(id) ?? '', count })),
        },
      }
    },
  }
}

function counted(names: readonly string[]): [string, number][] {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length])
}

function fakeCollections({ articles, changed, undoable }: FakeSaving): Answers<CollectionRequest> {
  let collections = made
  const counted = () =>
    collections.map((each) => ({
      ...each,
      count: articles.filter((article) => article.isSaved && article.collectionId === each.id).length,
    }))
  const put = (next: typeof made): string => {
    const before = collections
    collections = next
    changed()
    return undoable(() => void put(before))
  }
  return {
    listCollections: () => ({ collections: counted() }),
    makeCollection: ({ name }) => {
      put([...collections, { id: 'new', name }])
      return { collection: { id: 'new', name, count: 0 } }
    },
    renameCollection: ({ id, name }) => {
      const undo = put(collections.map((each) => (each.id === id ? { id, name } : each)))
      return { collection: { id, name, count: 0 }, undo }
    },
    moveCollection: ({ id, place }) => {
      const moved = collections.filter((each) => each.id === id)
      return { undo: put(collections.filter((each) => each.id !== id).toSpliced(place, 0, ...moved)) }
    },
    removeCollection: ({ id }) => ({ removed: true, undo: put(collections.filter((each) => each.id !== id)) }),
  }
}

const made = [
  { id: 'bids', name: 'Bids for the quay' },
  { id: 'biaozhun', name: '标准' },
]

function savedOf(each: Article): SavedItem {
  const { id, sourceId, sourceTitle, category, title, url, author, publishedAt, updatedAt, firstSeenAt, excerpt, tags } = each
  const about = { id, sourceId, sourceTitle, category, title, url, author, publishedAt, updatedAt, firstSeenAt, excerpt, tags }
  const rest = { sourceUrl: 'https://weekly.example/news', savedAt: each.savedAt ?? firstSeenAt, note: each.note ?? '' }
  const placed = { collectionId: each.collectionId, companyId: null, companyName: null, thumbnail: each.thumbnail }
  return { ...about, ...rest, ...placed, missingPictures: 0, lacksText: false }
}
