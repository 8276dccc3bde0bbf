import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import type { RuleDraft } from '../../shared/contract/rule.ts'
import { ruleName } from '../../shared/ruleSentence.ts'
import { Button } from '../parts/Button.tsx'
import { Check } from '../parts/Check.tsx'
import { Choice } from '../parts/Choice.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Field } from '../parts/Field.tsx'
import { useRequest } from '../state/asking.ts'
import { tell } from '../state/notices.ts'
import { closeRule, layDown, useRuleActions, useRuleNames, type EditedRule } from '../state/rules.ts'
import { sayRule } from '../words/ruleWords.ts'
import { useWords } from '../words/useWords.ts'
import { ConditionLine } from './ConditionLine.tsx'
import { conditionOf, newCondition, writtenOf, type WrittenCondition } from './conditions.ts'
import { Deeds } from './Deeds.tsx'
import { TrialView } from './TrialView.tsx'

/** Writes a rule from its parts, says it as a sentence, and shows what it would have caught. Escape leaves it as it was. */
export function RuleEditor({ edited }: { readonly edited: EditedRule }) {
  const { t, locale } = useWords()
  const names = useRuleNames()
  const form = useRuleForm(edited)
  const { draft, rule, isWhole } = form
  const title = edited.id === null ? t('rules.newTitle') : t('rules.editTitle', { name: edited.draft.name })
  return (
    // Escape anywhere in the form leaves it; the fields are its own controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className="rule-editor" aria-label={title} onSubmit={form.keep} onKeyDown={(event) => event.key === 'Escape' && closeRule()}>
      <div className="rule-parts">
        <h2>{title}</h2>
        <Conditions written={form.written} onChange={form.setWritten} draft={draft} onDraft={form.setDraft} />
        <Deeds draft={draft} onChange={form.setDraft} />
        <Field
          label={t('rules.name')}
          value={draft.name}
          placeholder={form.suggestion}
          onChange={(name) => form.setDraft({ ...draft, name })}
        />
        <Check words={t('rules.applyToo')} isOn={form.appliesToo} onChange={form.setAppliesToo} />
        <output className="rule-said">{isWhole ? sayRule(t, locale, rule, names) : t('rules.incomplete')}</output>
        {form.error !== null && <FailureNote failure={form.error.failure} />}
        <div className="rule-editor-foot">
          <Button onPress={closeRule}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" isPending={form.isPending} isDisabled={!isWhole}>
            {t('rules.keep')}
          </Button>
        </div>
      </div>
      <TrialView edited={{ id: edited.id, draft: isWhole ? rule : { ...rule, conditions: [] } }} />
    </form>
  )
}

/** What is written so far, and keeping it. */
function useRuleForm(edited: EditedRule) {
  const { t } = useWords()
  const names = useRuleNames()
  const { apply } = useRuleActions()
  const [draft, setDraft] = useState(edited.draft)
  const [written, setWritten] = useState(() => startOf(edited.draft))
  const [appliesToo, setAppliesToo] = useState(false)
  const { mutateAsync, isPending, error } = useRequest('keepRule')
  const conditions = written.map(conditionOf).filter((condition) => condition !== null)
  const isWhole = conditions.length === written.length
  const rule = { ...draft, conditions }
  const suggestion = ruleName(rule, names)
  useLayDown(edited, rule)
  const kept = ({ rule: made, undo }: RequestOutput<'keepRule'>) => {
    tell('rules.kept', { name: made.name }, undo)
    if (appliesToo) apply(made)
    closeRule()
  }
  const keep = (event: SyntheticEvent) => {
    event.preventDefault()
    const named = { ...rule, name: draft.name.trim() || suggestion || t('rules.title') }
    // Also where the person has gone elsewhere meanwhile: then a callback of `mutate` is not called. The failure shows by `error`.
    if (isWhole) void mutateAsync({ rule: named, ...(edited.id === null ? {} : { id: edited.id }) }).then(kept, () => undefined)
  }
  return { draft, setDraft, written, setWritten, appliesToo, setAppliesToo, rule, isWhole, suggestion, keep, isPending, error }
}

/** Going elsewhere loses nothing that was written. */
function useLayDown(edited: EditedRule, rule: RuleDraft): void {
  const latest = useRef(rule)
  useEffect(() => {
    latest.current = rule
  }, [rule])
  useEffect(() => () => layDown(edited, latest.current), [edited])
}

function startOf({ conditions }: RuleDraft): readonly WrittenCondition[] {
  return conditions.length === 0 ? [newCondition()] : conditions.map(writtenOf)
}

type ConditionsProps = {
  readonly written: readonly WrittenCondition[]
  readonly onChange: (written: readonly WrittenCondition[]) => void
  readonly draft: RuleDraft
  readonly onDraft: (draft: RuleDraft) => void
}

const MOST_CONDITIONS = 20

function Conditions({ written, onChange, draft, onDraft }: ConditionsProps) {
  const { t } = useWords()
  return (
    <fieldset className="rule-part">
      <legend>{t('rules.when')}</legend>
      {written.length > 1 && (
        <Choice
          label={t('rules.match')}
          value={draft.match}
          options={[
            { value: 'all', words: t('rules.all') },
            { value: 'any', words: t('rules.any') },
          ]}
          onChange={(match) => onDraft({ ...draft, match })}
        />
      )}
      <ol className="conditions">
        {written.map((condition, place) => (
          <ConditionLine
            key={condition.key}
            condition={condition}
            number={place + 1}
            hasFocus={place === written.length - 1}
            onChange={(changed) => onChange(written.with(place, changed))}
            onRemove={written.length === 1 ? null : () => onChange(written.toSpliced(place, 1))}
          />
        ))}
      </ol>
      {written.length < MOST_CONDITIONS && (
        <Button look="quiet" onPress={() => onChange([...written, newCondition()])}>
          <Plus size={15} aria-hidden />
          {t('rules.addCondition')}
        </Button>
      )}
    </fieldset>
  )
}
