import { lazy, Suspense } from 'react'
import { Dialogs } from './Dialogs.tsx'
import { DropTarget } from './DropTarget.tsx'
import { EngineNote } from './EngineNote.tsx'
import './frame.css'
import { Notices } from './Notices.tsx'
import { FailureNote } from './parts/FailureNote.tsx'
import { Reading } from './reading/Reading.tsx'
import { SavedPane } from './saved/SavedPane.tsx'
import { SearchPane } from './search/SearchPane.tsx'
import { Sidebar } from './sidebar/Sidebar.tsx'
import { useAppearance } from './state/appearance.ts'
import { useStoppedEngine } from './state/engineState.ts'
import { useEngineEvents } from './state/events.ts'
import { isWholePage, type View } from './state/place.ts'
import { useScreen } from './state/screen.ts'
import { useSettings } from './state/settings.ts'
import { useSources } from './state/sources.ts'
import { useKeys } from './state/useKeys.ts'
import { Timeline } from './timeline/Timeline.tsx'
import { PaneEdge } from './PaneEdge.tsx'
import { useContextMenus } from './useContextMenus.ts'
import { useFrameActions } from './useFrameActions.ts'
import { useWidth } from './state/useWidth.ts'
import type { AnyFailure } from './words/failureWords.ts'
import { useWords } from './words/useWords.ts'

const WelcomePane = lazy(async () => ({ default: (await import('./welcome/WelcomePane.tsx')).WelcomePane }))
const CompanyPane = lazy(async () => ({ default: (await import('./company/CompanyPane.tsx')).CompanyPane }))
const RulesPane = lazy(async () => ({ default: (await import('./rules/RulesPane.tsx')).RulesPane }))
const HealthPane = lazy(async () => ({ default: (await import('./health/HealthPane.tsx')).HealthPane }))

/** The frame of the screen: sidebar, list and article side by side as far as there is room; dialogs and messages over them. */
export function Frame() {
  useAppearance()
  useEngineEvents()
  useKeys()
  useFrameActions()
  useContextMenus()
  return (
    <>
      <Panes />
      <Dialogs />
      <Notices />
      <EngineNote />
      <DropTarget />
    </>
  )
}

function Panes() {
  const { t } = useWords()
  const sources = useSources()
  const view = useScreen((screen) => screen.place.view)
  if (sources.isError) return <NoSources failure={sources.error.failure} onAgain={() => void sources.refetch()} />
  if (sources.data === undefined) return <main className="starting" aria-busy aria-label={t('frame.starting')} />
  if (sources.data.length === 0 && view.kind === 'list') return <Welcome />
  return <Workplace view={view} />
}

/** Nothing can be shown. An engine that was left stopped is started before it is asked again. */
function NoSources({ failure, onAgain }: { readonly failure: AnyFailure; readonly onAgain: () => void }) {
  const { start } = useStoppedEngine()
  return <FailureNote failure={failure} onAct={failure.kind === 'engine-stopped' ? () => start(onAgain) : onAgain} />
}

function Welcome() {
  return (
    <Suspense fallback={<main className="starting" aria-busy />}>
      <WelcomePane />
    </Suspense>
  )
}

function Workplace({ view }: { readonly view: View }) {
  const width = useWidth()
  const { sidebarWidth, timelineWidth, isSidebarCollapsed } = useSettings()
  const isDrawerOpen = useScreen((screen) => screen.isDrawerOpen)
  const front = useScreen((screen) => screen.place.front)
  const hasSidebar = width === 'wide' && !isSidebarCollapsed
  const isWhole = useScreen((screen) => isWholePage(screen.place))
  const panes = [hasSidebar && 'sidebar', ...(isWhole ? ['whole'] : width === 'narrow' ? ['one'] : ['list', 'article'])]
    .filter(Boolean)
    .join(' ')
  return (
    <div
      className="frame"
      data-width={width}
      data-panes={panes}
      style={{ '--sidebar': `${sidebarWidth}px`, '--list': `${timelineWidth}px` } as React.CSSProperties}
    >
      {(hasSidebar || isDrawerOpen) && <Sidebar isDrawer={!hasSidebar} edge={<PaneEdge of="sidebar" />} />}
      {(width !== 'narrow' || front === 'list' || isWhole) && (
        <Middle view={view} isWhole={isWhole} isAlone={isWhole || width === 'narrow'} />
      )}
      {!isWhole && (width !== 'narrow' || front === 'article') && <Reading />}
    </div>
  )
}

type MiddleProps = { readonly view: View; readonly isWhole: boolean; readonly isAlone: boolean }

// Where an article stands beside it, that is the main part of the screen, and the list leads to it.
function Middle({ view, isWhole, isAlone }: MiddleProps) {
  const { t } = useWords()
  const shared = { className: isWhole ? 'whole' : 'list', id: 'list', tabIndex: -1 }
  const inside = <Suspense fallback={null}>{drawn(view)}</Suspense>
  // One element for both: a company's page keeps its rows, their place and the focus while it becomes a column and whole again.
  // A section, so that the heads of panes inside are no banners of the page.
  return (
    <section {...shared} role={isAlone ? 'main' : undefined} aria-label={isAlone ? undefined : t('frame.list')}>
      {inside}
      {!isAlone && <PaneEdge of="list" />}
    </section>
  )
}

function drawn(view: View) {
  switch (view.kind) {
    case 'list':
      return <Timeline scope={view.scope} />
    case 'saved':
      return <SavedPane view={view} />
    case 'search':
      return <SearchPane query={view.query} />
    case 'company':
      return <CompanyPane key={view.id} id={view.id} news={view.news ?? null} />
    case 'health':
      return <HealthPane />
    case 'rules':
      return <RulesPane />
  }
}
