import type { ReactNode } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { Time } from '../parts/Time.tsx'
import { useNow } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'

/** When a source last answered, when it is asked next, and how often it has failed since. */
export function Facts({ source }: { readonly source: Source }) {
  const { t } = useWords()
  const now = useNow()
  const { state, lastSuccessAt, nextCheckAt, failuresInRow } = source.health
  if (state === 'never') return <p className="health-facts">{t('health.never')}</p>
  return (
    <p className="health-facts">
      <Fact name={t('health.lastSuccess')}>
        {lastSuccessAt === null ? t('health.noSuccess') : <Time at={lastSuccessAt} now={now} as="relative" />}
      </Fact>
      <Fact name={t('health.nextCheck')}>
        {nextCheckAt === null || state === 'gone' ? t('health.noCheck') : <Next at={nextCheckAt} now={now} />}
      </Fact>
      {failuresInRow > 0 && <span className="figures">{t('health.failures', { count: failuresInRow })}</span>}
    </p>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <span>
      {name} <b className="figures">{children}</b>
    </span>
  )
}

// A check whose time has come waits for its turn; "5 minutes ago" would read like a mistake.
function Next({ at, now }: { readonly at: number; readonly now: number }) {
  const { t } = useWords()
  return at <= now ? t('health.soon') : <Time at={at} now={now} as="relative" />
}
