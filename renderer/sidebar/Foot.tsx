import { CirclePause, CloudDownload, CloudOff, PanelLeftClose, Plus, RefreshCw, Settings, TriangleAlert, X } from 'lucide-react'
import type { Status } from '../../shared/contract/status.ts'
import { Button } from '../parts/Button.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { Progress } from '../parts/Progress.tsx'
import { perform } from '../state/actionDesk.ts'
import { useRequest } from '../state/asking.ts'
import { goTo, showDialog } from '../state/screen.ts'
import { useChangeSettings } from '../state/settings.ts'
import { isInTrouble, useSources } from '../state/sources.ts'
import { useStatus } from '../state/status.ts'
import { usePausedUntil } from '../state/pause.ts'
import { useNow } from '../state/useNow.ts'
import { useWidth } from '../state/useWidth.ts'
import { relativeTime, soonTime } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'

/** The sidebar's foot: trouble, how the refresh goes, add, settings. */
export function Foot() {
  const { t } = useWords()
  const { data: status } = useStatus()
  return (
    <footer className="foot">
      <Trouble />
      {status?.notices.map((notice) => (
        <p key={notice.what} className="foot-notice">
          {t(`notice.${notice.what}`)}
        </p>
      ))}
      {status !== undefined && <State status={status} />}
      <Paused />
      <Buttons />
    </footer>
  )
}

function Trouble() {
  const { t } = useWords()
  const { data: sources = [] } = useSources()
  const count = sources.filter(isInTrouble).length
  if (count === 0) return null
  return (
    <button type="button" className="foot-trouble" onClick={() => goTo({ kind: 'health' })}>
      <TriangleAlert size={14} aria-hidden />
      {t('sidebar.healthTrouble', { count })}
    </button>
  )
}

/** That a person has the polling rest, and how to have it go on. */
function Paused() {
  const { t, locale } = useWords()
  const change = useChangeSettings()
  const until = usePausedUntil()
  if (until === null) return null
  return (
    <p className="foot-state">
      <CirclePause size={14} aria-hidden />
      {t('pause.paused', { when: soonTime(locale, until) })}
      <Button look="quiet" onPress={() => change({ pausedUntil: null })}>
        {t('pause.resume')}
      </Button>
    </p>
  )
}

function State({ status }: { readonly status: Status }) {
  const { t } = useWords()
  const { refresh, getting } = status
  if (refresh.isRunning && refresh.total > 0) return <Working label={t('sidebar.progressLabel')} {...refresh} />
  if (getting.isRunning) return <GettingReady {...getting} />
  return (
    <p className="foot-state">
      {(status.connection === 'offline' || status.heldBackBy !== null) && <CloudOff size={14} aria-hidden />}
      <StateWords status={status} />
    </p>
  )
}

type WorkingProps = { readonly label: string; readonly done: number; readonly total: number }

function Working({ label, done, total }: WorkingProps) {
  const { t } = useWords()
  return (
    <div className="foot-progress">
      <Progress label={label} words={t('sidebar.progress', { done, total })} done={done} total={total} />
    </div>
  )
}

function GettingReady({ done, total }: { readonly done: number; readonly total: number }) {
  const { t } = useWords()
  const { mutate: stop } = useRequest('stopGettingReady')
  return (
    <div className="foot-progress">
      <Progress label={t('offline.progressLabel')} words={t('sidebar.progress', { done, total })} done={done} total={total} />
      <IconButton label={t('offline.stop')} onPress={() => stop({})}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  )
}

function StateWords({ status }: { readonly status: Status }) {
  const { t, locale } = useWords()
  const now = useNow()
  if (status.connection === 'offline') return t('sidebar.offline')
  if (status.heldBackBy === 'metered') return t('sidebar.metered')
  if (status.isReadOnly) return t('sidebar.readOnly')
  if (status.lastRefreshAt === null) return t('sidebar.neverUpdated')
  return t('sidebar.updated', { when: relativeTime(locale, status.lastRefreshAt, now) })
}

function Buttons() {
  const { t } = useWords()
  const change = useChangeSettings()
  const isWide = useWidth() === 'wide'
  return (
    <div className="foot-buttons">
      <IconButton label={t('sidebar.add')} action="addSource" onPress={() => showDialog('add')}>
        <Plus size={18} aria-hidden />
      </IconButton>
      <IconButton label={t('sidebar.refresh')} action="refresh" onPress={() => void perform('refresh')}>
        <RefreshCw size={17} aria-hidden />
      </IconButton>
      <IconButton label={t('offline.get')} action="getReady" onPress={() => void perform('getReady')}>
        <CloudDownload size={17} aria-hidden />
      </IconButton>
      <IconButton label={t('sidebar.settings')} action="settings" onPress={() => showDialog('settings')}>
        <Settings size={17} aria-hidden />
      </IconButton>
      <span className="foot-gap" />
      {isWide && (
        <IconButton label={t('sidebar.collapse')} onPress={() => change({ isSidebarCollapsed: true })}>
          <PanelLeftClose size={17} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}
