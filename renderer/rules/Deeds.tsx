import type { RuleAction, RuleDraft } from '../../shared/contract/rule.ts'
import { Check } from '../parts/Check.tsx'
import { Choice } from '../parts/Choice.tsx'
import { useWords } from '../words/useWords.ts'

type DeedsProps = { readonly draft: RuleDraft; readonly onChange: (draft: RuleDraft) => void }

/** What a rule does with what it catches: it watches or it mutes, and what goes with that. */
export function Deeds({ draft, onChange }: DeedsProps) {
  const { t } = useWords()
  const { actions } = draft
  const has = (action: RuleAction): boolean => actions.includes(action)
  const isMuting = has('mute')
  const set = (action: RuleAction, isOn: boolean): void => onChange({ ...draft, actions: withAction(actions, action, isOn) })
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.what')}</legend>
      <Choice
        label={t('rules.what')}
        isLabelHidden
        value={isMuting ? 'mute' : 'watch'}
        options={[
          { value: 'watch', words: t('rules.watch') },
          { value: 'mute', words: t('rules.mute') },
        ]}
        onChange={(kind) => onChange({ ...draft, actions: kind === 'mute' ? muting(actions) : watching(actions) })}
      />
      <p className="rule-advice">{t(isMuting ? 'rules.muteAdvice' : 'rules.watchAdvice')}</p>
      {!isMuting && (
        <>
          <Check words={t('rules.notify')} isOn={has('notify')} onChange={(isOn) => set('notify', isOn)} />
          {has('notify') && (
            <Check
              words={t('rules.breaksQuiet')}
              isOn={draft.breaksQuiet}
              onChange={(breaksQuiet) => onChange({ ...draft, breaksQuiet })}
            />
          )}
          <Check words={t('rules.save')} isOn={has('save')} onChange={(isOn) => set('save', isOn)} />
        </>
      )}
      <Check words={t('rules.stop')} isOn={has('stop')} onChange={(isOn) => set('stop', isOn)} />
    </fieldset>
  )
}

/** A watching rule always lists what it catches: where it does nothing else, that is what it does. */
function withAction(actions: readonly RuleAction[], action: RuleAction, isOn: boolean): RuleAction[] {
  const others = actions.filter((one) => one !== action && one !== 'mark')
  const chosen = isOn ? [...others, action] : others
  return chosen.includes('mute') || chosen.includes('notify') ? chosen : ['mark', ...chosen]
}

function muting(actions: readonly RuleAction[]): RuleAction[] {
  return ['mute', ...actions.filter((action) => action === 'stop')]
}

function watching(actions: readonly RuleAction[]): RuleAction[] {
  return ['notify', ...actions.filter((action) => action === 'stop')]
}
