import { Binoculars, Bookmark, VolumeX } from 'lucide-react'
import { memo, type MouseEvent, type ReactNode } from 'react'
import type { ArticleRow as Row } from '../../shared/contract/article.ts'
import { useWords } from '../words/useWords.ts'
import './articleRow.css'
import { OfflineMark } from './OfflineMark.tsx'
import { SourceMark } from './SourceMark.tsx'
import { Time } from './Time.tsx'

/** As much of an article as a row shows; a saved item has no read state, no picture, and no rules. */
export type RowContent = Pick<Row, 'id' | 'sourceTitle' | 'title'> &
  Partial<Pick<Row, 'isRead' | 'isSaved' | 'offline' | 'missing' | 'thumbnail' | 'caughtBy'>>

type ArticleRowProps = {
  readonly row: RowContent
  readonly at: number
  readonly now: number
  /** In a list by days the hour is enough. */
  readonly timeAs: 'clock' | 'short'
  readonly isChosen: boolean
  /** Whether it is the one row of the list that Tab reaches. */
  readonly isReachable: boolean
  readonly onChoose: (id: string, event: MouseEvent) => void
  /** In place of the plain title and excerpt: the same with matches marked. */
  readonly title?: ReactNode
  readonly excerpt: ReactNode
  /** Below: a note, tags. */
  readonly children?: ReactNode
}

/** An article in a list: who, when, what, and how it stands. */
export const ArticleRow = memo(function ArticleRow(props: ArticleRowProps) {
  const { row, isChosen, isReachable, onChoose, excerpt, children } = props
  const { t } = useWords()
  return (
    <button
      type="button"
      className="row"
      data-row={row.id}
      data-unread={row.isRead === undefined ? undefined : !row.isRead}
      aria-current={isChosen}
      tabIndex={isReachable ? 0 : -1}
      onClick={(event) => onChoose(row.id, event)}
    >
      <RowHead {...props} />
      <span className="row-title">
        {row.isRead === false && <span className="unseen">{t('row.unread')}: </span>}
        <bdi>{props.title ?? (row.title || t('row.untitled'))}</bdi>
      </span>
      {excerpt !== '' && <span className="row-excerpt">{excerpt}</span>}
      {typeof row.thumbnail === 'string' && <img className="row-picture" src={row.thumbnail} alt="" loading="lazy" decoding="async" />}
      {children}
    </button>
  )
})

function RowHead({ row, at, now, timeAs }: ArticleRowProps) {
  const { t } = useWords()
  return (
    <span className="row-head">
      <SourceMark name={row.sourceTitle} />
      <bdi className="row-source">{row.sourceTitle}</bdi>
      {row.isSaved === true && (
        <span className="row-mark" data-saved title={t('row.saved')}>
          <Bookmark size={13} aria-hidden />
          <span className="unseen">{t('row.saved')}</span>
        </span>
      )}
      <Caught rules={row.caughtBy ?? []} />
      {row.offline !== undefined && <OfflineMark state={row.offline} missing={row.missing ?? null} />}
      <Time at={at} now={now} as={timeAs} />
    </span>
  )
}

/** Which rules watch or mute it, by name. */
function Caught({ rules }: { readonly rules: Row['caughtBy'] }) {
  const { t, locale } = useWords()
  if (rules.length === 0) return null
  const isMuted = rules.some((rule) => rule.isMuting)
  const told = isMuted ? rules.filter((rule) => rule.isMuting) : rules
  const names = new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(told.map((rule) => rule.name))
  const words = t(isMuted ? 'row.muted' : 'row.watched', { rules: names })
  return (
    <span className="row-mark" data-caught title={words}>
      {isMuted ? <VolumeX size={13} aria-hidden /> : <Binoculars size={13} aria-hidden />}
      <bdi className="row-rule" aria-hidden>
        {names}
      </bdi>
      <span className="unseen">{words}</span>
    </span>
  )
}
