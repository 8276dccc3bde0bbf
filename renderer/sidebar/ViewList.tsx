import { Binoculars, Bookmark, Building2, Layers, RadioTower, Sun } from 'lucide-react'
import { useRules } from '../state/rules.ts'
import { useTotal } from '../state/articles.ts'
import { isSameView, type View } from '../state/place.ts'
import { goTo, useScreen } from '../state/screen.ts'
import { unreadCounts, useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import { NavLine } from './NavLine.tsx'

const unreadToday = { view: 'today', only: 'unread' } as const
const allSaved = { view: 'saved' } as const
const ICON = 17

/** The views that every person has. */
export function ViewList() {
  const { t } = useWords()
  const { data: sources = [] } = useSources()
  const unread = unreadCounts(sources)
  const today = useTotal(unreadToday)
  const saved = useTotal(allSaved)
  const { data: watching } = useRules()
  return (
    <ul className="nav-list" aria-label={t('sidebar.views')}>
      <ViewLine view={list('today')} words={t('view.today')} icon={<Sun size={ICON} aria-hidden />} count={today} />
      <ViewLine view={list('all')} words={t('view.all')} icon={<Layers size={ICON} aria-hidden />} count={unread.all} />
      <ViewLine view={list('company')} words={t('view.company')} icon={<Building2 size={ICON} aria-hidden />} count={unread.company} />
      <ViewLine view={list('industry')} words={t('view.industry')} icon={<RadioTower size={ICON} aria-hidden />} count={unread.industry} />
      <ViewLine view={{ kind: 'saved', tag: null }} words={t('view.saved')} icon={<Bookmark size={ICON} aria-hidden />} count={saved} />
      <ViewLine
        view={list('watching')}
        words={t('view.watching')}
        icon={<Binoculars size={ICON} aria-hidden />}
        count={watching?.unread ?? 0}
      />
    </ul>
  )
}

type ViewLineProps = { readonly view: View; readonly words: string; readonly icon: React.ReactNode; readonly count: number }

function ViewLine({ view, words, icon, count }: ViewLineProps) {
  const current = useScreen((screen) => screen.place.view)
  const isCurrent = view.kind === 'saved' ? current.kind === 'saved' : isSameView(unfiltered(current), view)
  return (
    <li>
      <NavLine
        words={words}
        icon={icon}
        count={count}
        countWords={view.kind === 'saved' ? 'sidebar.savedCount' : 'sidebar.unread'}
        isCurrent={isCurrent}
        onPress={() => goTo(view)}
      />
    </li>
  )
}

function unfiltered(view: View): View {
  if (view.kind !== 'list') return view
  const { only: _only, ...scope } = view.scope
  return { kind: 'list', scope }
}

function list(view: 'today' | 'all' | 'company' | 'industry' | 'watching'): View {
  return { kind: 'list', scope: { view } }
}
