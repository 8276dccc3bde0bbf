import { ruleAction, ruleDraft, ruleField, type Rule, type RuleDraft, type RuleTest } from '../../shared/contract/rule.ts'
import type { Answer, Engine } from '../../shared/engine.ts'
import { ok, type Result } from '../../shared/result.ts'
import { ruleName, ruleSentence, type RuleNames } from '../../shared/ruleSentence.ts'
import { isoTime } from '../../shared/time.ts'
import { answered, mistyped } from './answered.ts'
import { articleLine } from './articleCommands.ts'
import type { Command, CommandContext, CommandOptions, CommandResult } from './command.ts'

const WRITTEN =
  '[--name N] [--word W]… [--phrase P]… [--not-word W]… [--not-phrase P]… [--field title|text|author|anywhere] ' +
  '[--company ID] [--not-company ID]… [--source ID] [--not-source ID]… [--folder F] [--category company|industry] ' +
  '[--any] [--action notify|mark|save|mute|stop]…'

/** Commands about rules. */
export const ruleCommands: Readonly<Record<string, Command>> = {
  rules: { takes: '', does: 'List the rules in their order, and what each caught.', words: [0, 0], run: listRules },
  'rule-add': { takes: WRITTEN, does: 'Watch for words, companies or sources from now on.', words: [0, 0], run: addRule },
  'rule-test': {
    takes: `<ruleId> | ${WRITTEN}`,
    does: 'Show what a rule would have caught of what is stored; nothing is changed.',
    words: [0, 1],
    run: testRule,
  },
  'rule-remove': { takes: '<ruleId>', does: 'Take a rule away; what it muted is back in the lists.', words: [1, 1], run: removeRule },
}

async function listRules({ engine }: CommandContext): Promise<CommandResult> {
  const names = await namesOf(engine)
  return answered<'listRules'>(await engine.call('listRules', {}), ({ rules }) => ({
    document: { rules: rules.map((rule) => ({ ...rule, sentence: ruleSentence(rule, names) })) },
    lines: rules.length === 0 ? ['There are no rules yet.'] : rules.map((rule) => ruleLine(rule, names)),
  }))
}

async function addRule({ engine, options }: CommandContext): Promise<CommandResult> {
  const names = await namesOf(engine)
  const draft = draftOf(options, names)
  if (!draft.ok) return draft
  return answered<'keepRule'>(await engine.call('keepRule', { rule: draft.value }), ({ rule }) => ({
    document: { rule: { ...rule, sentence: ruleSentence(rule, names) } },
    lines: [ruleLine(rule, names)],
  }))
}

async function removeRule({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'removeRule'>(await engine.call('removeRule', { id: words[0] ?? '' }), ({ removed }) => ({
    document: { removed },
    lines: ['Removed. What it saved is kept.'],
  }))
}

async function testRule(context: CommandContext): Promise<CommandResult> {
  const { engine, words, options, progress } = context
  const kept = await engine.call('listRules', {})
  if (!kept.ok) return kept
  const rule = kept.value.rules.find((one) => one.id === words[0])
  if (words[0] !== undefined && rule === undefined) return mistyped(`there is no rule “${words[0]}”`)
  const draft = rule === undefined ? draftOf(options, await namesOf(engine)) : ok(draftFrom(rule))
  if (!draft.ok) return draft
  const found = await wholeTest(engine, { rule: draft.value, ...(rule === undefined ? {} : { id: rule.id }) }, progress)
  if (!found.ok) return found
  const { looked, caught, weeks, articles } = found.value
  return ok({
    document: { looked, caught, weeks: weeks.map((week) => ({ ...week, weekStart: isoTime(week.weekStart) })), articles },
    lines: [
      ...articles.map(articleLine),
      ...weeks.map((week) => `week of ${isoTime(week.weekStart)?.slice(0, 10)}: ${week.caught}`),
      `${caught} of ${looked} caught.`,
    ],
  })
}

/** Asks for one part after the other until all that is stored was looked at. */
async function wholeTest(
  engine: Engine,
  asked: { readonly id?: string; readonly rule: RuleDraft },
  progress: CommandContext['progress'],
): Promise<Answer<'testRule'>> {
  const weeks = new Map<number, RuleTest['weeks'][number]>()
  const sum = { looked: 0, caught: 0, articles: [] as RuleTest['articles'] }
  for (let after: string | null = ''; ;) {
    const part: Answer<'testRule'> = await engine.call('testRule', { ...asked, limit: 1000, ...(after === '' ? {} : { after }) })
    if (!part.ok) return part
    sum.looked += part.value.looked
    sum.caught += part.value.caught
    sum.articles = [...sum.articles, ...part.value.articles].slice(0, 50)
    for (const week of part.value.weeks) {
      weeks.set(week.weekStart, { ...week, caught: week.caught + (weeks.get(week.weekStart)?.caught ?? 0) })
    }
    progress(sum.looked, part.value.total)
    after = part.value.next
    if (after === null) return ok({ ...part.value, ...sum, weeks: [...weeks.values()] })
  }
}

/** The rule that options write; the mistake where they do not. */
function draftOf(options: CommandOptions, names: RuleNames): Result<RuleDraft, ReturnType<typeof mistyped>['failure']> {
  const field = ruleField.safeParse(options.field ?? 'anywhere')
  if (!field.success) return mistyped(`a field is one of ${ruleField.options.join(', ')}`)
  const actions = options.action ?? ['mark']
  if (!actions.every((action) => ruleAction.safeParse(action).success))
    return mistyped(`an action is one of ${ruleAction.options.join(', ')}`)
  const written = { conditions: conditionsOf(options), actions, match: options.any === true ? 'any' : 'all' }
  const draft = ruleDraft.safeParse({ ...written, name: options.name ?? 'Rule' })
  if (!draft.success) return mistyped('a rule needs a word, phrase, company, source, folder or category to watch for')
  return ok({ ...draft.data, name: options.name ?? (ruleName(draft.data, names) || 'Rule') })
}

function conditionsOf(options: CommandOptions): unknown[] {
  const { field = 'anywhere', folder, category } = options
  return [
    ...each(options.word, (words) => ({ kind: 'word', words, field })),
    ...each(options.phrase, (words) => ({ kind: 'phrase', words, field })),
    ...each(one(options.company), (companyId) => ({ kind: 'company', companyId })),
    ...each(one(options.source), (sourceId) => ({ kind: 'source', sourceId })),
    ...each(one(folder), (name) => ({ kind: 'folder', folder: name })),
    ...each(one(category), (name) => ({ kind: 'category', category: name })),
    ...each(options['not-word'], (words) => ({ kind: 'word', words, field, isNot: true })),
    ...each(options['not-phrase'], (words) => ({ kind: 'phrase', words, field, isNot: true })),
    ...each(options['not-company'], (companyId) => ({ kind: 'company', companyId, isNot: true })),
    ...each(options['not-source'], (sourceId) => ({ kind: 'source', sourceId, isNot: true })),
  ]
}

function each(values: readonly string[] | undefined, of: (value: string) => object): object[] {
  return (values ?? []).map(of)
}

function one(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}

function draftFrom({ name, match, conditions, actions, isEnabled, breaksQuiet }: Rule): RuleDraft {
  return { name, match, conditions, actions, isEnabled, breaksQuiet }
}

async function namesOf(engine: Engine): Promise<RuleNames> {
  const sources = await engine.call('listSources', {})
  const companies = await engine.call('listCompanies', {})
  return {
    source: (id) => (sources.ok ? (sources.value.sources.find((source) => source.id === id)?.title ?? null) : null),
    company: (id) => (companies.ok ? (companies.value.companies.find((company) => company.id === id)?.name ?? null) : null),
  }
}

function ruleLine(rule: Rule, names: RuleNames): string {
  const off = rule.isEnabled ? '' : '  (off)'
  return `${rule.id}  ${rule.name}: ${ruleSentence(rule, names)}  ${rule.caught} caught, ${rule.recently} in 30 days${off}`
}
