import { Check, Newspaper, Rss } from 'lucide-react'
import { useId } from 'react'
import type { Candidate } from '../../shared/contract/source.ts'
import { Time } from '../parts/Time.tsx'
import { useNow } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import { sayBecause } from './sayBecause.ts'

type CandidateCardProps = {
  readonly candidate: Candidate
  readonly isChosen: boolean
  /** The only one: there is nothing to choose. */
  readonly isAlone: boolean
  /** Where the page holds several lists: which of them this is. */
  readonly listOf: { readonly place: number; readonly count: number } | null
  readonly onChoose: () => void
}

/** One way to follow an address, with its first headlines. The whole card chooses it. */
export function CandidateCard({ candidate, isChosen, isAlone, listOf, onChoose }: CandidateCardProps) {
  const { t } = useWords()
  const id = useId()
  const { title, kind, url, found, followedAs } = candidate
  const Icon = kind === 'feed' ? Rss : Newspaper
  return (
    <article className="card" data-chosen={isChosen && !isAlone}>
      <div className="card-head">
        {!isAlone && (
          <input type="radio" name="candidate" id={id} checked={isChosen} aria-describedby={`${id}-about`} onChange={onChoose} />
        )}
        <label className="card-title" htmlFor={isAlone ? undefined : id}>
          <bdi>{title}</bdi>
        </label>
        {followedAs !== null && (
          <span className="card-followed">
            <Check size={14} aria-hidden />
            {t('add.already')}
          </span>
        )}
      </div>
      <p className="card-about" id={`${id}-about`}>
        <Icon size={14} aria-hidden />
        <span>{t(`add.kind.${kind}`)}</span>
        {listOf !== null && <span className="figures">{t('add.listOf', listOf)}</span>}
        <span className="figures">{t('add.articles', { count: found })}</span>
      </p>
      <p className="card-address" title={url}>
        <bdi>{url}</bdi>
      </p>
      <Headlines candidate={candidate} />
      <Reasons because={candidate.because} />
    </article>
  )
}

function Reasons({ because }: { readonly because: readonly string[] }) {
  const { t } = useWords()
  if (because.length === 0) return null
  return (
    <details className="card-reasons">
      <summary>{t('add.because')}</summary>
      <ul>
        {because.map((reason) => {
          const said = sayBecause(t, reason)
          return (
            <li key={reason} lang={said === null ? 'en' : undefined}>
              {said ?? reason}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

function Headlines({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useWords()
  const now = useNow()
  const hasPictures = candidate.articles.some(({ picture }) => picture !== null)
  if (candidate.articles.length === 0) return <p className="card-empty">{t('add.noHeadlines')}</p>
  return (
    <ol className="card-headlines" aria-label={t('add.headlines', { title: candidate.title })}>
      {candidate.articles.map(({ title, url, publishedAt, picture }, index) => (
        <li key={url ?? `${index} ${title}`}>
          {hasPictures && <span className="card-picture">{picture !== null && <img src={picture} alt="" decoding="async" />}</span>}
          <bdi>{title || t('row.untitled')}</bdi>
          {publishedAt === null ? <span>{t('add.noDate')}</span> : <Time at={publishedAt} now={now} as="short" />}
        </li>
      ))}
    </ol>
  )
}
