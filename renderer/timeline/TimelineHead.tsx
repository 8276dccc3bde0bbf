import { ArrowDownWideNarrow, CheckCheck, ListChecks, Rows2, Rows3, ArrowUpNarrowWide, SlidersHorizontal } from 'lucide-react'
import type { ListScope } from '../../shared/contract/article.ts'
import type { Source } from '../../shared/contract/source.ts'
import { Choice } from '../parts/Choice.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Menu } from '../parts/Menu.tsx'
import { PaneHead } from '../parts/PaneHead.tsx'
import { SidebarButton } from '../parts/SidebarButton.tsx'
import { useAction } from '../state/actionDesk.ts'
import { useMarking } from '../state/marking.ts'
import { filterBy, goTo } from '../state/screen.ts'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { isInTrouble, useSource } from '../state/sources.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { sayTrouble } from '../words/healthWords.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { SourceTools } from './SourceTools.tsx'

type TimelineHeadProps = {
  readonly scope: ListScope
  readonly total: number | null
  /** When the list was read: only what it held then is marked. */
  readonly askedAt: number | null
}

/** The timeline's head: what it shows, how many, filter, order, mark all read. */
export function TimelineHead({ scope, total, askedAt }: TimelineHeadProps) {
  const { t } = useWords()
  const source = useSource(scope.sourceId ?? null)
  const { markAllRead } = useMarking()
  const mark = () => void markAllRead(scope, askedAt ?? Date.now())
  useAction('markAllRead', mark)
  const title = scope.sourceId === undefined ? titleOf(t, scope) : (source?.title ?? t('view.gone'))
  return (
    <>
      <PaneHead
        title={title}
        count={total === null ? undefined : t('list.count', { count: total })}
        lead={<SidebarButton open={useOpenSidebar()} />}
        tools={
          <>
            <IconButton label={t('list.markAllRead')} action="markAllRead" onPress={mark}>
              <CheckCheck size={18} aria-hidden />
            </IconButton>
            {scope.view === 'watching' && (
              <IconButton label={t('list.showRules')} onPress={() => goTo({ kind: 'rules' })}>
                <ListChecks size={18} aria-hidden />
              </IconButton>
            )}
            <ListOptions />
            {source !== null && <SourceTools key={source.id} source={source} />}
          </>
        }
      >
        <Filter only={scope.only ?? null} />
      </PaneHead>
      {source !== null && isInTrouble(source) && <Trouble source={source} />}
    </>
  )
}

function Trouble({ source }: { readonly source: Source }) {
  const { t } = useWords()
  return (
    <p className="source-trouble">
      {sayTrouble(t, source.health)}{' '}
      <button type="button" onClick={() => goTo({ kind: 'health' })}>
        {t('list.whatToDo')}
      </button>
    </p>
  )
}

function Filter({ only }: { readonly only: 'unread' | 'saved' | null }) {
  const { t } = useWords()
  return (
    <Choice
      label={t('list.filter')}
      isLabelHidden
      value={only ?? 'all'}
      options={[
        { value: 'all', words: t('list.filterAll') },
        { value: 'unread', words: t('list.filterUnread') },
        { value: 'saved', words: t('list.filterSaved') },
      ]}
      onChange={(value) => filterBy(value === 'all' ? null : value)}
    />
  )
}

function ListOptions() {
  const { t } = useWords()
  const { order, density } = useSettings()
  const change = useChangeSettings()
  const isNewest = order === 'newest'
  const isCompact = density === 'compact'
  return (
    <Menu
      label={t('list.options')}
      icon={<SlidersHorizontal size={18} aria-hidden />}
      entries={[
        {
          id: 'order',
          words: t(isNewest ? 'list.oldest' : 'list.newest'),
          icon: isNewest ? <ArrowUpNarrowWide size={16} aria-hidden /> : <ArrowDownWideNarrow size={16} aria-hidden />,
          onPress: () => change({ order: isNewest ? 'oldest' : 'newest' }),
        },
        {
          id: 'density',
          words: t(isCompact ? 'list.comfortable' : 'list.compact'),
          icon: isCompact ? <Rows2 size={16} aria-hidden /> : <Rows3 size={16} aria-hidden />,
          onPress: () => change({ density: isCompact ? 'comfortable' : 'compact' }),
        },
      ]}
    />
  )
}

function titleOf(t: Words, scope: ListScope): string {
  return scope.folder ?? t(`view.${scope.view ?? 'all'}`)
}
