import type { WeekCount } from '../../shared/contract/company.ts'
import { longDate, shortMonth, wholeNumber } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { weekBars, type WeekBars } from './weekBars.ts'
import './weekChart.css'

const HEIGHT = 96
const STEP = 10
const GAP = 2.5

/** Articles per week: its own above the line, mentions below it; the same as a table beneath. */
export function WeekChart({ weeks }: { readonly weeks: readonly WeekCount[] }) {
  const { t } = useWords()
  const chart = weekBars(weeks)
  return (
    <section className="weeks" aria-labelledby="weeks-title">
      <h2 id="weeks-title">{t('weeks.title')}</h2>
      {chart.bars.length === 0 ? (
        <p className="weeks-none">{t('weeks.none')}</p>
      ) : (
        <>
          <Bars chart={chart} />
          <Axis chart={chart} />
          <Legend most={chart.most} />
          <Table chart={chart} />
        </>
      )}
    </section>
  )
}

function Bars({ chart }: { readonly chart: WeekBars }) {
  const { t } = useWords()
  const { bars, above } = chart
  const own = bars.reduce((sum, { week }) => sum + week.own, 0)
  const mentions = bars.reduce((sum, { week }) => sum + week.mentions, 0)
  const line = above * HEIGHT
  return (
    <svg
      className="weeks-bars"
      viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('weeks.summary', { weeks: bars.length, own, mentions })}
    >
      {bars.map(({ week, up, down }, index) => (
        <g key={week.weekStart}>
          {up > 0 && <rect className="weeks-own" x={index * STEP} width={STEP - GAP} y={line - up * HEIGHT} height={up * HEIGHT} />}
          {down > 0 && <rect className="weeks-mentions" x={index * STEP} width={STEP - GAP} y={line} height={down * HEIGHT} />}
        </g>
      ))}
      <line className="weeks-line" x1="0" x2={bars.length * STEP} y1={line} y2={line} />
    </svg>
  )
}

function Axis({ chart: { bars } }: { readonly chart: WeekBars }) {
  const { locale } = useWords()
  const ends = [bars[0], bars.at(-1)].filter((bar) => bar !== undefined)
  return (
    <p className="weeks-axis figures" aria-hidden>
      {ends.map(({ week }) => (
        <span key={week.weekStart}>{shortMonth(locale, week.weekStart)}</span>
      ))}
    </p>
  )
}

function Legend({ most }: { readonly most: number }) {
  const { t } = useWords()
  return (
    <p className="weeks-legend">
      <span data-of="own">{t('weeks.own')}</span>
      <span data-of="mentions">{t('weeks.mentions')}</span>
      <span>{t('weeks.most', { count: most })}</span>
    </p>
  )
}

function Table({ chart: { bars } }: { readonly chart: WeekBars }) {
  const { t, locale } = useWords()
  const told = bars.filter(({ week }) => week.own + week.mentions > 0).toReversed()
  return (
    <details className="weeks-table">
      <summary>{t('weeks.table')}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{t('weeks.week')}</th>
            <th scope="col">{t('weeks.own')}</th>
            <th scope="col">{t('weeks.mentions')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(({ week }) => (
            <tr key={week.weekStart}>
              <th scope="row">{longDate(locale, week.weekStart)}</th>
              <td>{wholeNumber(locale, week.own)}</td>
              <td>{wholeNumber(locale, week.mentions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
