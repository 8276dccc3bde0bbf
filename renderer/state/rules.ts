import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { create } from 'zustand'
import type { Rule, RuleDraft } from '../../shared/contract/rule.ts'
import type { RuleNames } from '../../shared/ruleSentence.ts'
import { ask, useAsk } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { useCompanies } from './companies.ts'
import { tellRefusal } from './marking.ts'
import { rememberUndo, tell } from './notices.ts'
import { queryKeys } from './queryKeys.ts'
import { goTo } from './screen.ts'
import { useSources } from './sources.ts'

/** A rule on the desk: what it says so far, and its id where it is kept already. */
export type EditedRule = { readonly id: string | null; readonly draft: RuleDraft }

/** A rule that watches for nothing yet. */
export const emptyRule: RuleDraft = {
  name: '',
  match: 'all',
  conditions: [],
  actions: ['notify'],
  isEnabled: true,
  breaksQuiet: false,
}

/** The rule that is being written, or null. */
export const useEditedRule = create<{ readonly edited: EditedRule | null }>()(() => ({ edited: null }))

/** Goes to the rules, with a rule to write: a new one that says this much, or one that is kept. */
export function openRule(draft: Partial<RuleDraft> | Rule): void {
  useEditedRule.setState({
    edited: 'id' in draft ? { id: draft.id, draft: draftFrom(draft) } : { id: null, draft: { ...emptyRule, ...draft } },
  })
  goTo({ kind: 'rules' })
}

/** A rule that watches for a company. */
export function companyRule({ id, name }: { readonly id: string; readonly name: string }): Partial<RuleDraft> {
  return { name, conditions: [{ kind: 'company', companyId: id, isNot: false }] }
}

/** A rule that watches for words, or mutes what has them; null where the person is still to write them. */
export function wordsRule(words: string | null, does: 'watch' | 'mute'): Partial<RuleDraft> {
  const conditions: RuleDraft['conditions'] = words === null ? [] : [{ kind: 'phrase', words, field: 'anywhere', isNot: false }]
  return does === 'mute' ? { conditions, actions: ['mute'] } : { conditions }
}

/** Lays the rule aside that is being written. */
export function closeRule(): void {
  useEditedRule.setState({ edited: null })
}

/** Keeps what was written of the rule on the desk, for when one comes back; nothing where another lies there meanwhile, or none. */
export function layDown(edited: EditedRule, draft: RuleDraft): void {
  if (useEditedRule.getState().edited === edited) useEditedRule.setState({ edited: { id: edited.id, draft } })
}

/** What a kept rule says, without what it caught. */
export function draftFrom({ name, match, conditions, actions, isEnabled, breaksQuiet }: Rule): RuleDraft {
  return { name, match, conditions, actions, isEnabled, breaksQuiet }
}

/** The rules in their order, and how much there is to read of what they watch. */
export function useRules() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.rules, queryFn: () => ask(bridge, 'listRules', {}) })
}

/** What companies and sources are called in a rule. */
export function useRuleNames(): RuleNames {
  const { data: sources } = useSources()
  const companies = useCompanies()
  return useMemo(
    () => ({
      source: (id) => sources?.find((source) => source.id === id)?.title ?? null,
      company: (id) => companies.find((company) => company.id === id)?.name ?? null,
    }),
    [sources, companies],
  )
}

/** What a person does with rules that are kept. Each can be taken back. */
export type RuleActions = {
  readonly setEnabled: (rule: Rule, isEnabled: boolean) => void
  /** Before another rule, or (null) below all. */
  readonly move: (id: string, before: string | null) => void
  readonly apply: (rule: Pick<Rule, 'id' | 'name'>) => void
  readonly remove: (rule: Rule) => void
}

/** The {@link RuleActions}; each tells at the foot of the screen what came of it. */
export function useRuleActions(): RuleActions {
  const ask = useAsk()
  return useMemo(
    () => ({
      setEnabled: (rule, isEnabled) =>
        void ask('keepRule', { id: rule.id, rule: { ...draftFrom(rule), isEnabled } }).then(({ undo }) => rememberUndo(undo), tellRefusal),
      move: (id, before) => void ask('moveRule', { id, before }).then(({ undo }) => rememberUndo(undo), tellRefusal),
      apply: ({ id, name }) =>
        void ask('applyRule', { id }).then(({ applied, undo }) => tell('rules.applied', { name, count: applied }, undo), tellRefusal),
      remove: ({ id, name }) => void ask('removeRule', { id }).then(({ undo }) => tell('rules.removed', { name }, undo), tellRefusal),
    }),
    [ask],
  )
}
