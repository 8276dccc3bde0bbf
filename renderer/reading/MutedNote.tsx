import type { Article } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { openRule, useRules } from '../state/rules.ts'
import { useWords } from '../words/useWords.ts'

/** Says of an article that no list shows which rule keeps it out, and leads to that rule. */
export function MutedNote({ article }: { readonly article: Article }) {
  const { t } = useWords()
  const { data } = useRules()
  const muting = article.caughtBy.find((rule) => rule.isMuting)
  if (muting === undefined) return null
  const rule = data?.rules.find((one) => one.id === muting.ruleId)
  return (
    <p className="article-muted">
      <span>{t('watch.mutedBy', { rule: muting.name })}</span>
      {rule !== undefined && (
        <Button look="quiet" onPress={() => openRule(rule)}>
          {t('watch.changeRule')}
        </Button>
      )}
    </p>
  )
}
