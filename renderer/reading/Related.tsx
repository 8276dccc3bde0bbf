import type { RelatedArticle } from '../../shared/contract/company.ts'
import { SourceMark } from '../parts/SourceMark.tsx'
import { Time } from '../parts/Time.tsx'
import { useRelated } from '../state/companies.ts'
import { openFrom } from '../state/screen.ts'
import { useNow } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import './related.css'
import { sayReason } from './sayReason.ts'

/** Related industry news, each with the reason for it; nothing where there is none. */
export function Related({ articleId }: { readonly articleId: string }) {
  const { t } = useWords()
  const related = useRelated(articleId)
  if (related.length === 0) return null
  return (
    <section className="related" aria-labelledby="related-title">
      <h3 id="related-title">{t('reading.related')}</h3>
      <ul>
        {related.map((each) => (
          <li key={each.article.id}>
            <RelatedRow related={each} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RelatedRow({ related: { article, reason } }: { readonly related: RelatedArticle }) {
  const { t, locale } = useWords()
  const now = useNow()
  return (
    <button type="button" className="related-row" onClick={() => openFrom(article.id)}>
      <span className="related-source">
        <SourceMark name={article.sourceTitle} />
        <bdi>{article.sourceTitle}</bdi>
        <Time at={article.listedAt} now={now} as="short" />
      </span>
      <bdi className="related-title">{article.title || t('row.untitled')}</bdi>
      <span className="related-reason">{sayReason(t, locale, reason)}</span>
    </button>
  )
}
