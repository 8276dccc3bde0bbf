import type { MissingPart } from '../../shared/contract/missing.ts'
import { useSettings } from '../state/settings.ts'
import { useStatus } from '../state/status.ts'
import { sayBytes } from '../words/bytes.ts'
import { useWords } from '../words/useWords.ts'

/** What is missing of an article, and why, in words. */
export function Lacks({ lacks }: { readonly lacks: readonly MissingPart[] }) {
  const { t } = useWords()
  const { data: status } = useStatus()
  if (lacks.length === 0) return null
  const waits = lacks.some(({ reason }) => reason.endsWith('-waiting')) ? (status?.heldBackBy ?? null) : null
  return (
    <section className="article-lacks" aria-label={t('missing.title')}>
      <ul>
        {lacks.map((part) => (
          <li key={part.reason}>
            <Lack {...part} />
          </li>
        ))}
      </ul>
      {waits !== null && <p>{t('missing.waitsFor', { for: waits })}</p>}
    </section>
  )
}

function Lack({ reason, count }: MissingPart) {
  const { t, locale } = useWords()
  const { pictureBudget } = useSettings()
  const why = reason === 'pictures-let-go' ? t('missing.letGo', { budget: sayBytes(locale, pictureBudget) }) : t(`missing.${reason}`)
  return reason.startsWith('pictures-') ? t('missing.count', { why, count }) : why
}
