import type { ListScope } from '../../shared/contract/article.ts'

/** What the middle of the screen shows. */
export type View =
  | { readonly kind: 'list'; readonly scope: ListScope }
  | { readonly kind: 'saved'; readonly tag: string | null }
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'health' }

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

/** A string that is equal for equal views, whatever the order of their fields. */
export function viewKey(view: View): string {
  switch (view.kind) {
    case 'list': {
      const { view: name, sourceId, folder, companyId, only } = view.scope
      return JSON.stringify(['list', name ?? 'all', sourceId ?? null, folder ?? null, companyId ?? null, only ?? null])
    }
    case 'saved':
      return JSON.stringify(['saved', view.tag])
    case 'search':
      return 'search'
    case 'health':
      return 'health'
  }
}

/** A place out of the browser's history, or null where something else stands there. */
export function placeOf(state: unknown): Place | null {
  if (typeof state !== 'object' || state === null || !('place' in state)) return null
  return state.place as Place
}
