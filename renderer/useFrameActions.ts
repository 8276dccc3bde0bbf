import { useEffect } from 'react'
import { perform, useAction, watchOffered } from './state/actionDesk.ts'
import { useBridge } from './state/bridgeContext.tsx'
import { neighbour, nextUnread, useListing, type ListedRow } from './state/listing.ts'
import { tellRefusal, useMarking } from './state/marking.ts'
import { tell } from './state/notices.ts'
import { choose, followHistory, goTo, showDialog, useScreen } from './state/screen.ts'
import { useGetReady } from './state/offline.ts'
import { useNetworkReport } from './state/useNetworkReport.ts'
import { useChangeSettings, useSettings } from './state/settings.ts'
import { useAsk } from './state/asking.ts'
import { useWords } from './words/useWords.ts'
import { stepPane } from './stepPane.ts'
import { visit } from './visit.ts'

const SMALLEST = 15
const LARGEST = 24

/** Offers what can be done from anywhere: going through lists and views, dialogs, text size, refresh, undo. */
export function useFrameActions(): void {
  const bridge = useBridge()
  useEffect(() => bridge.onAction((action) => void perform(action)), [bridge])
  useEffect(() => bridge.onVisit(visit), [bridge])
  useEffect(() => watchOffered((offered) => bridge.tellOffered(offered)), [bridge])
  useEffect(followHistory, [])
  useNetworkReport()
  useListActions()
  useViewActions()
  useTextActions()
  useEngineActions()
}

function useListActions(): void {
  useAction('nextArticle', () => go((rows, id) => neighbour(rows, id, 1)))
  useAction('previousArticle', () => go((rows, id) => neighbour(rows, id, -1)))
  useAction('nextUnread', () => go(nextUnread))
  useAction('openArticle', () => {
    const { articleId } = useScreen.getState().place
    if (articleId !== null) choose(articleId, true)
  })
}

function useViewActions(): void {
  useAction('goToday', () => goTo({ kind: 'list', scope: { view: 'today' } }))
  useAction('goAll', () => goTo({ kind: 'list', scope: { view: 'all' } }))
  useAction('goCompany', () => goTo({ kind: 'list', scope: { view: 'company' } }))
  useAction('goIndustry', () => goTo({ kind: 'list', scope: { view: 'industry' } }))
  useAction('goSaved', () => goTo({ kind: 'saved', tag: null }))
  useAction('goWatching', () => goTo({ kind: 'list', scope: { view: 'watching' } }))
  useAction('goHealth', () => goTo({ kind: 'health' }))
  useAction('search', search)
  useAction('addSource', () => showDialog('add'))
  useAction('settings', () => showDialog('settings'))
  useAction('shortcuts', () => showDialog('shortcuts'))
  useAction('palette', () => showDialog('palette'))
  useAction('nextPane', () => stepPane(1))
  useAction('previousPane', () => stepPane(-1))
}

function useTextActions(): void {
  const { textSize } = useSettings()
  const change = useChangeSettings()
  useAction('largerText', () => change({ textSize: Math.min(LARGEST, textSize + 1) }))
  useAction('smallerText', () => change({ textSize: Math.max(SMALLEST, textSize - 1) }))
}

function useEngineActions(): void {
  const ask = useAsk()
  const { t } = useWords()
  const getReady = useGetReady(t)
  const { undo } = useMarking()
  useAction('undo', () => void undo())
  useAction('getReady', getReady)
  useAction('refresh', () => {
    const asked = ask('refresh', { force: true })
    asked.then(({ added }) => tell('toast.refreshed', { count: added }), tellRefusal)
  })
}

// The field stands in the sidebar, or in the search view where there is no sidebar.
function search(): void {
  if (searchField() === null) goTo({ kind: 'search', query: '' })
  requestAnimationFrame(() => searchField()?.select())
}

function searchField(): HTMLInputElement | null {
  return document.querySelector('[data-search]')
}

type Step = (rows: readonly ListedRow[], chosenId: string | null) => ListedRow | null

// In one pane the keys turn the pages of the article in front; with more they move the choice in the list.
function go(step: Step): void {
  const { place } = useScreen.getState()
  const { rows, loadMore } = useListing.getState()
  const next = step(rows, place.articleId)
  if (next === null) loadMore?.()
  else choose(next.id, place.front === 'article')
}
