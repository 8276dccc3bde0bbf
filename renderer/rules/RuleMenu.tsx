import { ArrowDown, ArrowUp, Ellipsis, Inbox, Pencil, Trash2 } from 'lucide-react'
import type { Rule } from '../../shared/contract/rule.ts'
import { Menu } from '../parts/Menu.tsx'
import { openRule, useRuleActions } from '../state/rules.ts'
import { useWords } from '../words/useWords.ts'
import type { Reordering } from './useReordering.ts'

const ICON = 16

/** Everything that can be done with a rule. */
export function RuleMenu({ rule, reordering }: { readonly rule: Rule; readonly reordering: Reordering }) {
  const { t } = useWords()
  const { apply, remove } = useRuleActions()
  return (
    <Menu
      label={t('rules.more', { name: rule.name })}
      icon={<Ellipsis size={18} aria-hidden />}
      entries={[
        { id: 'edit', words: t('rules.edit'), icon: <Pencil size={ICON} aria-hidden />, onPress: () => openRule(rule) },
        { id: 'up', words: t('rules.up'), icon: <ArrowUp size={ICON} aria-hidden />, onPress: () => reordering.step(rule, -1) },
        { id: 'down', words: t('rules.down'), icon: <ArrowDown size={ICON} aria-hidden />, onPress: () => reordering.step(rule, 1) },
        { id: 'apply', words: t('rules.apply'), icon: <Inbox size={ICON} aria-hidden />, onPress: () => apply(rule) },
        { id: 'remove', words: t('rules.remove'), icon: <Trash2 size={ICON} aria-hidden />, onPress: () => remove(rule) },
      ]}
    />
  )
}
