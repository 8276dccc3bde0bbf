import type { RuleCondition, RuleDraft } from '../../shared/contract/rule.ts'
import { inOrder, type RuleNames } from '../../shared/ruleSentence.ts'
import type { Words } from './useWords.ts'

/** A rule in one sentence, in the person's language. */
export function sayRule(t: Words, locale: string, rule: Pick<RuleDraft, 'match' | 'conditions' | 'actions'>, names: RuleNames): string {
  const conditions = rule.conditions
    .map((condition) => sayCondition(t, condition, names))
    .join(t(rule.match === 'all' ? 'rule.and' : 'rule.or'))
  const sentence = t('rule.sentence', { deeds: sayDeeds(t, rule.actions), conditions })
  return `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}`
}

// Verbs are joined by other words than names are, for which there is `Intl.ListFormat`.
function sayDeeds(t: Words, actions: RuleDraft['actions']): string {
  const deeds = inOrder(actions).map((action) => t(`rule.${action}`))
  const last = deeds.pop() ?? ''
  return deeds.length === 0 ? last : t('rule.deeds', { count: deeds.length, first: deeds.join(t('rule.comma')), last })
}

/** One condition, as a part of that sentence. */
export function sayCondition(t: Words, condition: RuleCondition, names: RuleNames): string {
  const not = condition.isNot ? 'yes' : 'no'
  switch (condition.kind) {
    case 'word':
    case 'phrase':
      return t(`rule.${condition.kind}`, { not, field: condition.field, words: condition.words })
    case 'company':
      return t('rule.company', { not, name: names.company(condition.companyId) ?? t('rule.gone') })
    case 'source':
      return t('rule.source', { not, name: names.source(condition.sourceId) ?? t('rule.gone') })
    case 'folder':
      return t('rule.folder', { not, name: condition.folder })
    case 'category':
      return t('rule.category', { not, name: t(`view.${condition.category}`) })
  }
}
