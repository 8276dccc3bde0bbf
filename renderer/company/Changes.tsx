import type { FactChange } from '../../shared/contract/company.ts'
import { shownAddress } from '../parts/shownAddress.ts'
import { Time } from '../parts/Time.tsx'
import { useNow } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import './changes.css'

const SHOWN_AT_ONCE = 4

/** What changed on the company's site, newest first: the old value and the new one. Nothing where nothing has. */
export function Changes({ changes }: { readonly changes: readonly FactChange[] }) {
  const { t } = useWords()
  if (changes.length === 0) return null
  const earlier = changes.slice(SHOWN_AT_ONCE)
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('changes.title')}</h2>
      <ChangeList changes={changes.slice(0, SHOWN_AT_ONCE)} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('changes.more', { count: earlier.length })}</summary>
          <ChangeList changes={earlier} />
        </details>
      )}
    </section>
  )
}

function ChangeList({ changes }: { readonly changes: readonly FactChange[] }) {
  const { t } = useWords()
  const now = useNow()
  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.at} ${change.field} ${change.before} ${change.after}`} className="change">
          <p className="change-head">
            <span>{t(`changes.${change.field}`)}</span>
            <Time at={change.at} now={now} as="short" />
          </p>
          <Values change={change} />
        </li>
      ))}
    </ul>
  )
}

// The address of a picture tells a person nothing.
function Values({ change: { field, before, after } }: { readonly change: FactChange }) {
  const { t } = useWords()
  if (field === 'logo') return null
  return (
    <p className="change-values">
      {before !== null && (
        <>
          <span className="unseen">{after === null ? '' : t('changes.was')} </span>
          <del>
            <bdi>{shownAddress(before)}</bdi>
          </del>
          {after === null && <em>{t('changes.gone')}</em>}
        </>
      )}
      {after !== null && (
        <>
          <span className="unseen">{before === null ? '' : t('changes.is')} </span>
          <ins>
            <bdi>{shownAddress(after)}</bdi>
          </ins>
          {before === null && <em>{t('changes.new')}</em>}
        </>
      )}
    </p>
  )
}
