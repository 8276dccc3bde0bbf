import { ExternalLink } from 'lucide-react'
import type { Article } from '../../shared/contract/article.ts'
import { useRows } from '../state/articles.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { choose } from '../state/screen.ts'
import { useNow } from '../state/useNow.ts'
import { SourceMark } from '../parts/SourceMark.tsx'
import { Time } from '../parts/Time.tsx'
import { useWords } from '../words/useWords.ts'

const MOST_RELATED = 5

/** What stands below an article: its topics, related news, where it was published. */
export function ArticleFoot({ article }: { readonly article: Article }) {
  const { t } = useWords()
  return (
    <footer className="article-foot">
      {article.offline === 'partial' && <p className="article-partial">{t('reading.partial')}</p>}
      {article.categories.length > 0 && (
        <ul className="article-topics" aria-label={t('reading.tags')}>
          {article.categories.map((topic) => (
            <li key={topic}>
              <bdi>{topic}</bdi>
            </li>
          ))}
        </ul>
      )}
      <Original url={article.url} />
      <Related article={article} />
    </footer>
  )
}

function Original({ url }: { readonly url: string | null }) {
  const { t } = useWords()
  const bridge = useBridge()
  if (url === null) return null
  return (
    <p className="article-original">
      <span>{t('reading.address')}</span>
      <a
        href={url}
        rel="noopener noreferrer"
        referrerPolicy="no-referrer"
        onClick={(event) => {
          event.preventDefault()
          bridge.openAddress(url)
        }}
      >
        <bdi>{url.replace(/^https?:\/\/(www\.)?/, '')}</bdi>
        <ExternalLink size={13} aria-hidden />
      </a>
    </p>
  )
}

function Related({ article }: { readonly article: Article }) {
  const { t } = useWords()
  const now = useNow()
  const rows = useRows(article.related.slice(0, MOST_RELATED))
  if (rows.length === 0) return null
  return (
    <section className="related" aria-labelledby="related-title">
      <h3 id="related-title">{t('reading.related')}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="related-row" onClick={() => choose(row.id, true)}>
              <span className="related-source">
                <SourceMark name={row.sourceTitle} />
                <bdi>{row.sourceTitle}</bdi>
                <Time at={row.listedAt} now={now} as="short" />
              </span>
              <bdi className="related-title">{row.title || t('row.untitled')}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
