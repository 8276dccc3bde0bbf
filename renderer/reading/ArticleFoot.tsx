import { ExternalLink } from 'lucide-react'
import type { Article } from '../../shared/contract/article.ts'
import { OutsideLink } from '../parts/OutsideLink.tsx'
import { shownAddress } from '../parts/shownAddress.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useWords } from '../words/useWords.ts'
import { CompanyCard } from './CompanyCard.tsx'
import { Lacks } from './Lacks.tsx'
import { Related } from './Related.tsx'

/** What stands below an article: its topics, the company's contact, related news, where it was published. */
export function ArticleFoot({ article }: { readonly article: Article }) {
  const { t } = useWords()
  return (
    <footer className="article-foot">
      <Lacks lacks={article.lacks} />
      {article.categories.length > 0 && (
        <ul className="article-topics" aria-label={t('reading.tags')}>
          {article.categories.map((topic) => (
            <li key={topic}>
              <bdi>{topic}</bdi>
            </li>
          ))}
        </ul>
      )}
      <CompanyCard sourceId={article.sourceId} />
      <Related articleId={article.id} />
      <Original url={article.url} />
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
      <OutsideLink url={url} onOpen={(address) => bridge.openAddress(address)}>
        <bdi>{shownAddress(url)}</bdi>
        <ExternalLink size={13} aria-hidden />
      </OutsideLink>
    </p>
  )
}
