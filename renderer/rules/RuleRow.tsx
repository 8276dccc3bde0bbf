import { Binoculars, VolumeX, GripVertical } from 'lucide-react'
import type { Rule } from '../../shared/contract/rule.ts'
import { Check } from '../parts/Check.tsx'
import { openRule, useRuleActions, useRuleNames } from '../state/rules.ts'
import { useNow } from '../state/useNow.ts'
import { relativeTime } from '../words/dates.ts'
import { sayRule } from '../words/ruleWords.ts'
import { useWords } from '../words/useWords.ts'
import { RuleMenu } from './RuleMenu.tsx'
import type { Reordering } from './useReordering.ts'

type RuleRowProps = { readonly rule: Rule; readonly reordering: Reordering }

/** A rule: its name, what it says, what it caught, and what can be done with it. */
export function RuleRow({ rule, reordering }: RuleRowProps) {
  const { t, locale } = useWords()
  const names = useRuleNames()
  const { setEnabled } = useRuleActions()
  const isMuting = rule.actions.includes('mute')
  return (
    <li className="rule-row" data-enabled={rule.isEnabled} {...reordering.rowOf(rule)}>
      <button type="button" className="rule-grip" aria-label={t('rules.move', { name: rule.name })} {...reordering.gripOf(rule)}>
        <GripVertical size={16} aria-hidden />
      </button>
      <span className="rule-kind">{isMuting ? <VolumeX size={17} aria-hidden /> : <Binoculars size={17} aria-hidden />}</span>
      <div className="rule-words">
        <h2>
          <button type="button" className="rule-name" onClick={() => openRule(rule)}>
            <bdi>{rule.name}</bdi>
          </button>
        </h2>
        <p>{sayRule(t, locale, rule, names)}</p>
        <Counts rule={rule} />
      </div>
      <div className="rule-acts">
        <Check
          words={t('rules.enabled', { name: rule.name })}
          isLabelHidden
          isOn={rule.isEnabled}
          onChange={(isEnabled) => setEnabled(rule, isEnabled)}
        />
        <RuleMenu rule={rule} reordering={reordering} />
      </div>
    </li>
  )
}

function Counts({ rule: { caught, recently, lastCaughtAt, isEnabled } }: { readonly rule: Rule }) {
  const { t, locale } = useWords()
  const now = useNow()
  const said = [
    ...(isEnabled ? [] : [t('rules.off')]),
    t('rules.caught', { count: caught }),
    ...(caught === 0 ? [] : [t('rules.recently', { count: recently })]),
    ...(lastCaughtAt === null ? [] : [t('rules.last', { when: relativeTime(locale, lastCaughtAt, now) })]),
  ]
  return <p className="rule-counts figures">{said.join(' · ')}</p>
}
