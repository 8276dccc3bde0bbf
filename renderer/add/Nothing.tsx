import type { RequestOutput } from '../../shared/contract/requests.ts'
import { sayFailure } from '../words/failureWords.ts'
import { useWords } from '../words/useWords.ts'

/** Nothing was found: what was tried, in words, and what to do. */
export function Nothing({ tried }: { readonly tried: RequestOutput<'previewAddress'>['tried'] }) {
  const { t } = useWords()
  return (
    <section className="nothing">
      <h3>{t('add.nothing')}</h3>
      <p>{t('add.nothingAdvice')}</p>
      {tried.length > 0 && (
        <>
          <h4>{t('add.tried')}</h4>
          <ul>
            {tried.map(({ url, failure }) => (
              <li key={url}>
                <bdi className="nothing-address">{url}</bdi>
                <span>{failure === null ? t('add.triedNothing') : sayFailure(t, failure)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
