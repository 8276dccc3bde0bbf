import type { Article } from '../../shared/contract/article.ts'
import type { RequestInput, RequestOutput } from '../../shared/contract/requests.ts'
import type { Rule, RuleDraft } from '../../shared/contract/rule.ts'
import type { EpochMs } from '../../shared/time.ts'
import { DAY, HOUR } from '../../shared/time.ts'
import { ago, rowOf } from './fakeNews.ts'

type RuleRequest = 'listRules' | 'keepRule' | 'moveRule' | 'removeRule' | 'applyRule' | 'testRule'
type RuleAnswers = { [Name in RuleRequest]: (input: RequestInput<Name>) => RequestOutput<Name> }

/** The rules of a fake engine, made for looking: a search in titles and excerpts stands for the matching. */
export function fakeRules(
  articles: readonly Article[],
  now: EpochMs,
  {
    isEmpty,
    changed,
    undoable,
  }: { readonly isEmpty: boolean; readonly changed: () => void; readonly undoable: (takeBack: () => void) => string },
): RuleAnswers {
  let rules = isEmpty ? [] : madeRules(now)
  const put = (next: Rule[]): string => {
    const before = rules
    rules = next
    changed()
    return undoable(() => {
      rules = before
      changed()
    })
  }
  const unread = () => articles.filter((each) => each.caughtBy.length > 0 && !each.isRead).length
  return {
    listRules: () => ({ rules: [...rules], unread: unread() }),
    keepRule: ({ id, rule: draft }) => {
      const counts = rules.find((one) => one.id === id) ?? { caught: 0, recently: 0, lastCaughtAt: null, createdAt: now }
      // Checked where a real engine stands behind the gate; here it is looked at.
      const kept = { ...standard, ...pick(counts), ...draft, id: id ?? `rule-${rules.length}` } as Rule
      return { rule: kept, undo: put(id === undefined ? [...rules, kept] : rules.map((one) => (one.id === id ? kept : one))) }
    },
    moveRule: ({ id, before }) => {
      const moved = rules.filter((one) => one.id === id)
      const rest = rules.filter((one) => one.id !== id)
      const place = before === null ? rest.length : rest.findIndex((one) => one.id === before)
      const undo = put(rest.toSpliced(place, 0, ...moved))
      return { rules: [...rules], undo }
    },
    removeRule: ({ id }) => ({ removed: true, undo: put(rules.filter((one) => one.id !== id)) }),
    applyRule: () => ({ applied: 3, undo: undoable(() => undefined) }),
    testRule: ({ rule: draft }) => {
      const caught = articles.filter((each) => catches(draft as RuleDraft, each))
      const weeks = [3, 1, 2].map((count, place) => ({ weekStart: ago(now, (place * 7 + 2) * DAY), caught: count }))
      return {
        looked: articles.length,
        total: articles.length,
        caught: caught.length,
        weeks: caught.length === 0 ? [] : weeks,
        articles: caught.slice(0, 20).map(rowOf),
        next: null,
      }
    },
  }
}

function catches({ conditions }: RuleDraft, { title, excerpt }: Article): boolean {
  const said = `${title} ${excerpt}`.toLowerCase()
  return conditions.some((condition) => 'words' in condition && said.includes(condition.words.toLowerCase()))
}

function pick({ caught, recently, lastCaughtAt, createdAt }: Pick<Rule, 'caught' | 'recently' | 'lastCaughtAt' | 'createdAt'>) {
  return { caught, recently, lastCaughtAt, createdAt }
}

const standard = { match: 'all', isEnabled: true, breaksQuiet: false } as const

function madeRules(now: EpochMs): Rule[] {
  const counts = { caught: 41, recently: 7, lastCaughtAt: ago(now, 2 * HOUR), createdAt: ago(now, 90 * DAY) }
  return [
    {
      ...standard,
      ...counts,
      id: 'ducts',
      name: 'Ducts and cabinets',
      match: 'any',
      conditions: [
        { kind: 'word', words: 'ducts', field: 'title', isNot: false },
        { kind: 'word', words: 'cabinet', field: 'anywhere', isNot: false },
      ],
      actions: ['notify'],
    },
    {
      ...standard,
      ...counts,
      id: 'sintai-rule',
      name: 'Sintai Communication',
      conditions: [
        { kind: 'company', companyId: 'sintai', isNot: false },
        { kind: 'source', sourceId: 'telecom-weekly', isNot: true },
      ],
      actions: ['mark', 'save', 'stop'],
      caught: 1,
      recently: 1,
    },
    {
      ...standard,
      ...counts,
      id: 'weather',
      name: '天气 and other small talk',
      conditions: [{ kind: 'phrase', words: 'in other news', field: 'anywhere', isNot: false }],
      actions: ['mute'],
      isEnabled: false,
      caught: 0,
      recently: 0,
      lastCaughtAt: null,
    },
  ]
}
