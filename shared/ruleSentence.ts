import type { RuleAction, RuleCondition, RuleDraft, RuleField } from './contract/rule.ts'

/** What a rule's ids are called; null for what is followed no more. */
export interface RuleNames {
  readonly company: (id: string) => string | null
  readonly source: (id: string) => string | null
}

/**
 * A rule in one English sentence, as the command line prints it: “Notify me when the title has “5G” and the source is not Telecom Weekly.”
 * Screens say the same in the person's language, from their own catalogue.
 */
export function ruleSentence(rule: Pick<RuleDraft, 'match' | 'conditions' | 'actions'>, names: RuleNames): string {
  const deeds = new Intl.ListFormat('en', { type: 'conjunction' }).format(inOrder(rule.actions).map((action) => deedOf[action]))
  const conditions = rule.conditions.map((condition) => said(condition, names)).join(rule.match === 'all' ? ' and ' : ' or ')
  return `${deeds.charAt(0).toUpperCase()}${deeds.slice(1)} when ${conditions}.`
}

/** A rule's actions in the order in which they are said. */
export function inOrder(actions: readonly RuleAction[]): RuleAction[] {
  return (Object.keys(deedOf) as RuleAction[]).filter((action) => actions.includes(action))
}

const deedOf: Readonly<Record<RuleAction, string>> = {
  notify: 'notify me',
  mark: 'mark it',
  save: 'save it',
  mute: 'mute it',
  stop: 'pass it to no other rule',
}

const fieldOf: Readonly<Record<RuleField, string>> = {
  anywhere: 'the article',
  title: 'the title',
  text: 'the text',
  author: 'the author’s name',
}

function said(condition: RuleCondition, names: RuleNames): string {
  const is = condition.isNot ? 'is not' : 'is'
  switch (condition.kind) {
    case 'word':
      return `${fieldOf[condition.field]} ${condition.isNot ? 'does not have' : 'has'} “${condition.words}”`
    case 'phrase':
      return `${fieldOf[condition.field]} ${condition.isNot ? 'does not have' : 'has'} the phrase “${condition.words}”`
    case 'company':
      return `the article ${is} about ${names.company(condition.companyId) ?? 'a company that is followed no more'}`
    case 'source':
      return `the source ${is} ${names.source(condition.sourceId) ?? 'one that is followed no more'}`
    case 'folder':
      return `the source ${is} in the folder “${condition.folder}”`
    case 'category':
      return `the article ${is} ${condition.category} news`
  }
}

/** What to call a rule that has no name: its first words, or what it is about. */
export function ruleName({ conditions }: Pick<RuleDraft, 'conditions'>, names: RuleNames): string {
  const first = conditions.find((condition) => !condition.isNot) ?? conditions[0]
  return first === undefined ? '' : (calledAfter(first, names) ?? '').slice(0, 200)
}

function calledAfter(condition: RuleCondition, names: RuleNames): string | null {
  switch (condition.kind) {
    case 'word':
    case 'phrase':
      return condition.words
    case 'company':
      return names.company(condition.companyId)
    case 'source':
      return names.source(condition.sourceId)
    case 'folder':
      return condition.folder
    case 'category':
      return condition.category
  }
}
