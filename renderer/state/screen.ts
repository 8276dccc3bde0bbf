import { create } from 'zustand'
import { atArticle, atView, firstPlace, isSameView, isWholePage, placeOf, type CompanyNews, type Place, type View } from './place.ts'

/** A dialog over everything. */
export type DialogName = 'add' | 'import' | 'export' | 'source' | 'settings' | 'palette' | 'shortcuts'

/** The small state of the screen: where a person is, and what stands open. */
export type Screen = {
  readonly place: Place
  readonly dialog: DialogName | null
  readonly isDrawerOpen: boolean
  readonly isNoteOpen: boolean
}

/** The state itself; panes read it with selectors: `useScreen((screen) => screen.place.articleId)`. */
export const useScreen = create<Screen>()(() => ({ place: firstPlace, dialog: null, isDrawerOpen: false, isNoteOpen: false }))

/** Goes to a view; the browser's back button leads back. */
export function goTo(view: View): void {
  const { place } = useScreen.getState()
  if (isSameView(place.view, view) && view.kind !== 'search' && !(view.kind === 'company' && place.articleId !== null)) {
    useScreen.setState({ isDrawerOpen: false, place: { ...place, front: 'list' } })
    return
  }
  const isTyping = place.view.kind === 'search' && view.kind === 'search'
  keep({ ...atView(view), articleId: null }, isTyping ? 'replace' : 'push')
  useScreen.setState({ isDrawerOpen: false, isNoteOpen: false })
}

/** Searches for what is typed; a kept search that was opened stays the one that is being changed, until the field is empty. */
export function typeSearch(query: string): void {
  const { view } = useScreen.getState().place
  const keptId = view.kind === 'search' && query !== '' ? view.keptId : undefined
  goTo({ kind: 'search', query, ...(keptId === undefined ? {} : { keptId }) })
}

/** Leaves the list of a source that is followed no more, where it is on screen. */
export function leaveSource(id: string): void {
  const { view } = useScreen.getState().place
  if (view.kind === 'list' && view.scope.sourceId === id) goTo(firstPlace.view)
}

/** Has the search on screen count as one that is kept. The chosen article stays. */
export function showKeptSearch(keptId: string): void {
  const { place } = useScreen.getState()
  if (place.view.kind === 'search') keep({ ...place, view: { ...place.view, keptId } }, 'replace')
}

/** Narrows the list on screen to unread or saved articles; null shows all. The chosen article stays. */
export function filterBy(only: 'unread' | 'saved' | null): void {
  const { place } = useScreen.getState()
  if (place.view.kind !== 'list') return
  const { only: _former, ...scope } = place.view.scope
  keep({ ...place, view: { kind: 'list', scope: only === null ? scope : { ...scope, only } } }, 'replace')
}

/** Shows the other list of the company on screen. The chosen article stays. */
export function showCompanyNews(news: CompanyNews): void {
  const { place } = useScreen.getState()
  if (place.view.kind === 'company') keep({ ...place, view: { ...place.view, news } }, 'replace')
}

/** Chooses an article of the view; `isOpened` brings it to the front on a narrow screen. */
export function choose(articleId: string, isOpened: boolean): void {
  const { place } = useScreen.getState()
  const next = atArticle(place, articleId, isOpened)
  // From a whole page one comes back to it; among the rows of a list one only moves.
  keep(next, next.front === place.front && !isWholePage(place) ? 'replace' : 'push')
  useScreen.setState({ isNoteOpen: false })
}

/** Opens an article that another one leads to: the back button leads to the one before. */
export function openFrom(articleId: string): void {
  keep(atArticle(useScreen.getState().place, articleId, true), 'push')
  useScreen.setState({ isNoteOpen: false })
}

/** Goes back from an article to its list, on a narrow screen. */
export function backToList(): void {
  const { place } = useScreen.getState()
  if (place.front === 'article') history.back()
}

/** Opens a dialog, or closes the one that is open. */
export function showDialog(dialog: DialogName | null): void {
  useScreen.setState({ dialog, isDrawerOpen: false })
}

/** Opens or closes the sidebar's drawer on a narrow screen. */
export function showDrawer(isDrawerOpen: boolean): void {
  useScreen.setState({ isDrawerOpen })
}

/** Opens or closes the note of the article. */
export function showNote(isNoteOpen: boolean): void {
  useScreen.setState({ isNoteOpen })
}

/** Follows the browser's back and forward buttons until the returned function is called. */
export function followHistory(): () => void {
  const onPop = (event: PopStateEvent) => useScreen.setState({ place: placeOf(event.state) ?? firstPlace, isNoteOpen: false })
  // A screen that was loaded again stands where it stood.
  const before = placeOf(history.state) ?? placeNoted()
  if (before !== null) useScreen.setState({ place: before })
  history.replaceState({ place: useScreen.getState().place }, '')
  window.addEventListener('popstate', onPop)
  return () => window.removeEventListener('popstate', onPop)
}

function keep(place: Place, how: 'push' | 'replace'): void {
  useScreen.setState({ place })
  sessionStorage.setItem(PLACE, JSON.stringify({ place }))
  if (how === 'push') history.pushState({ place }, '')
  else history.replaceState({ place }, '')
}

const PLACE = 'newsdesk-place'

/** The place as this window noted it. The state of the history is lost where the page's process breaks down. */
function placeNoted(): Place | null {
  try {
    return placeOf(JSON.parse(sessionStorage.getItem(PLACE) ?? 'null'))
  } catch {
    return null
  }
}
