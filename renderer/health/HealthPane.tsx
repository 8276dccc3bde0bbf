import { HeartPulse } from 'lucide-react'
import { useMemo } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { PaneHead } from '../parts/PaneHead.tsx'
import { SidebarButton } from '../parts/SidebarButton.tsx'
import { showDialog } from '../state/screen.ts'
import { useSources } from '../state/sources.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { useWords } from '../words/useWords.ts'
import './health.css'
import { byHealth } from './order.ts'
import { SourceRow } from './SourceRow.tsx'

/** How every source is doing, trouble first, each with its remedy. */
export function HealthPane() {
  const { t, locale } = useWords()
  const { data: sources = [] } = useSources()
  const { troubled, well } = useMemo(() => byHealth(sources, locale), [sources, locale])
  return (
    <>
      <PaneHead
        title={t('view.health')}
        count={t('health.count', { count: sources.length })}
        lead={<SidebarButton open={useOpenSidebar()} />}
      />
      {sources.length === 0 ? (
        <Empty />
      ) : (
        <div className="health">
          {troubled.length === 0 ? (
            <p className="health-well">{t('health.allWell')}</p>
          ) : (
            <Group title={t('health.trouble', { count: troubled.length })} sources={troubled} />
          )}
          {well.length > 0 && <Group title={t('health.ok')} sources={well} />}
        </div>
      )}
    </>
  )
}

function Group({ title, sources }: { readonly title: string; readonly sources: readonly Source[] }) {
  return (
    <section className="health-group">
      <h2>{title}</h2>
      <ul>
        {sources.map((source) => (
          <SourceRow key={source.id} source={source} />
        ))}
      </ul>
    </section>
  )
}

function Empty() {
  const { t } = useWords()
  return (
    <EmptyState title={t('health.empty')} advice={t('health.emptyAdvice')} icon={<HeartPulse size={32} strokeWidth={1.4} aria-hidden />}>
      <Button look="primary" onPress={() => showDialog('add')}>
        {t('sidebar.add')}
      </Button>
    </EmptyState>
  )
}
