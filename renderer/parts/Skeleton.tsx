import { useWords } from '../words/useWords.ts'
import './states.css'

type SkeletonProps = {
  /** `rows` for a list, `article` for a text. */
  readonly of: 'rows' | 'article'
  readonly count?: number
}

/** The shape of what is coming. Shown only once waiting has lasted a moment: see `useLasting`. */
export function Skeleton({ of, count = 8 }: SkeletonProps) {
  const { t } = useWords()
  return (
    <output className="skeleton" data-of={of} aria-label={t('common.loading')}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="skeleton-piece" aria-hidden />
      ))}
    </output>
  )
}
