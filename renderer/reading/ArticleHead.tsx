import type { Article } from '../../shared/contract/article.ts'
import { SourceMark } from '../parts/SourceMark.tsx'
import { useCompanyOf } from '../state/companies.ts'
import { goTo } from '../state/screen.ts'
import { useWidth } from '../state/useWidth.ts'
import { longDate } from '../words/dates.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { readingMinutes } from './minutes.ts'

/** Who published, what, by whom, when; and the lead picture where the text has none. */
export function ArticleHead({ article }: { readonly article: Article }) {
  const { t, locale } = useWords()
  // The list beside it has the h1 of the view; alone on a narrow screen the article has it.
  const Title = useWidth() === 'narrow' ? 'h1' : 'h2'
  const minutes = readingMinutes(article.text)
  return (
    <header className="article-head" lang={locale}>
      <p className="article-source">
        <SourceMark name={article.sourceTitle} />
        <button
          type="button"
          className="article-source-name"
          onClick={() => goTo({ kind: 'list', scope: { view: 'all', sourceId: article.sourceId } })}
        >
          <bdi>{article.sourceTitle}</bdi>
        </button>
        <span className="article-category">{t(`reading.category.${article.category}`)}</span>
        <CompanyLink sourceId={article.sourceId} />
      </p>
      <Title className="article-title" lang={article.language ?? undefined}>
        <bdi>{article.title || t('row.untitled')}</bdi>
      </Title>
      <p className="article-byline figures">
        {article.author !== null && <bdi className="article-author">{t('reading.by', { author: article.author })}</bdi>}
        <span>{datesOf(article, t, locale)}</span>
        {minutes > 1 && <span>{t('reading.minutes', { minutes })}</span>}
      </p>
      <LeadPicture article={article} />
    </header>
  )
}

function CompanyLink({ sourceId }: { readonly sourceId: string }) {
  const { t } = useWords()
  const company = useCompanyOf(sourceId)
  if (company === null) return null
  return (
    <button type="button" className="article-company-link" onClick={() => goTo({ kind: 'company', id: company.id })}>
      <span>{t('company.title')}</span>
      <span className="unseen">: {company.name}</span>
    </button>
  )
}

function LeadPicture({ article }: { readonly article: Article }) {
  const lead = article.images[0]
  if (typeof lead?.path !== 'string' || article.html.includes('<img')) return null
  return <img className="article-lead" src={lead.path} alt={lead.alt} />
}

/** "17 November 2020 · updated 18 November 2020", or when it was first seen where the publisher says nothing. */
function datesOf({ publishedAt, updatedAt, firstSeenAt }: Article, t: Words, locale: string): string {
  if (publishedAt === null) return t('reading.seenOnly', { date: longDate(locale, firstSeenAt) })
  const published = longDate(locale, publishedAt)
  const updated = updatedAt === null ? published : longDate(locale, updatedAt)
  return updated === published ? published : `${published} · ${t('reading.updated', { date: updated })}`
}
