import { useState } from 'react'
import type { Trial } from '../state/ruleTrial.ts'
import { LOOKED_AT_FIRST, useRuleTrial } from '../state/ruleTrial.ts'
import type { EditedRule } from '../state/rules.ts'
import { Button } from '../parts/Button.tsx'
import { Time } from '../parts/Time.tsx'
import { useNow } from '../state/useNow.ts'
import { shortDate } from '../words/dates.ts'
import { useWords, type Words } from '../words/useWords.ts'

const MOST_WEEKS = 12

/** What the rule on the desk would have caught of what is here, live. */
export function TrialView({ edited }: { readonly edited: EditedRule }) {
  const { t } = useWords()
  const [looksAtAll, setLooksAtAll] = useState(false)
  const trial = useRuleTrial(edited, looksAtAll)
  return (
    <section className="trial" aria-labelledby="trial-title">
      <h3 id="trial-title">{t('trial.title')}</h3>
      {trial === null ? (
        <p className="trial-none">{t('trial.none')}</p>
      ) : (
        <>
          <output className="trial-count figures">{counted(t, trial)}</output>
          {trial.isLooking && (
            <progress className="trial-progress" aria-label={t('trial.title')} max={Math.max(1, trial.total)} value={trial.looked} />
          )}
          {!looksAtAll && !trial.isLooking && trial.total > LOOKED_AT_FIRST && (
            <Button look="quiet" onPress={() => setLooksAtAll(true)}>
              {t('trial.more', { total: trial.total })}
            </Button>
          )}
          <Weeks weeks={trial.weeks.slice(0, MOST_WEEKS)} />
          <Articles articles={trial.articles} />
        </>
      )}
    </section>
  )
}

function counted(t: Words, { caught, looked, total, isLooking }: Trial): string {
  if (isLooking) return t('trial.looking', { looked, total })
  return t(looked < total ? 'trial.caught' : 'trial.all', { caught, looked })
}

function Weeks({ weeks }: Pick<Trial, 'weeks'>) {
  const { t, locale } = useWords()
  const now = useNow()
  const most = Math.max(1, ...weeks.map((week) => week.caught))
  if (weeks.length === 0) return null
  return (
    <ol className="trial-weeks" aria-label={t('trial.weeks')}>
      {weeks.map(({ weekStart, caught }) => (
        <li key={weekStart}>
          <span className="unseen">{t('trial.week', { day: shortDate(locale, weekStart, now), count: caught })}</span>
          <span className="trial-day figures" aria-hidden>
            {shortDate(locale, weekStart, now)}
          </span>
          <span className="trial-bar" aria-hidden style={{ '--share': caught / most } as React.CSSProperties} />
          <span className="figures" aria-hidden>
            {caught}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Articles({ articles }: Pick<Trial, 'articles'>) {
  const { t } = useWords()
  const now = useNow()
  if (articles.length === 0) return null
  return (
    <ul className="trial-articles" aria-label={t('trial.articles')}>
      {articles.map(({ id, title, sourceTitle, listedAt }) => (
        <li key={id}>
          <bdi className="trial-article">{title || t('row.untitled')}</bdi>
          <span className="trial-source">
            <bdi>{sourceTitle}</bdi> · <Time at={listedAt} now={now} as="short" />
          </span>
        </li>
      ))}
    </ul>
  )
}
