import type { ListScope } from '../../shared/contract/article.ts'

/** The lists of a company's page: its own news, and that of others which mentions it. */
export type CompanyNews = 'own' | 'mentions'

/** What the middle of the screen shows. */
export type View =
  | { readonly kind: 'list'; readonly scope: ListScope }
  /** Saved items: all, or those of a tag, of a collection, or of both. */
  | { readonly kind: 'saved'; readonly tag: string | null; readonly collectionId?: string }
  /** `keptId`: the kept search that it began as. */
  | { readonly kind: 'search'; readonly query: string; readonly keptId?: string }
  /** A company's page; `news`: which of its two lists, its own news where that is left out. */
  | { readonly kind: 'company'; readonly id: string; readonly news?: CompanyNews }
  | { readonly kind: 'health' }
  | { readonly kind: 'rules' }

/** Where a person is: a view, the article chosen in it, and which of the two is in front where there is room for one only. */
export type Place = {
  readonly view: View
  readonly articleId: string | null
  readonly front: 'list' | 'article'
}

/** Where a person is at the start. */
export const firstPlace: Place = { view: { kind: 'list', scope: { view: 'all' } }, articleId: null, front: 'list' }

/** The place after going to a view: nothing chosen yet. */
export function atView(view: View): Place {
  return { view, articleId: null, front: 'list' }
}

/** The place after choosing an article; `isOpened`: to read it, where only one pane has room. */
export function atArticle(place: Place, articleId: string, isOpened: boolean): Place {
  return { ...place, articleId, front: isOpened ? 'article' : place.front }
}

/** Whether two views show the same. */
export function isSameView(one: View, other: View): boolean {
  return viewKey(one) === viewKey(other)
}

/** Whether a place shows one page over the whole width: source health, the rules, or a company while none of its articles is open. */
export function isWholePage({ view, articleId }: Place): boolean {
  return view.kind === 'health' || view.kind === 'rules' || (view.kind === 'company' && articleId === null)
}

/** A string that is equal for equal views, whatever the order of their fields. */
export function viewKey(view: View): string {
  switch (view.kind) {
    case 'list': {
      const { view: name, sourceId, folder, companyId, mentionsOf, only } = view.scope
      return JSON.stringify(['list', name ?? 'all', sourceId ?? null, folder ?? null, companyId ?? null, mentionsOf ?? null, only ?? null])
    }
    case 'saved':
      return JSON.stringify(['saved', view.tag, view.collectionId ?? null])
    case 'search':
      return 'search'
    case 'company':
      return JSON.stringify(['company', view.id])
    case 'health':
    case 'rules':
      return view.kind
  }
}

/** A place out of the browser's history, or null where something else stands there. */
export function placeOf(state: unknown): Place | null {
  if (typeof state !== 'object' || state === null || !('place' in state)) return null
  return state.place as Place
}
