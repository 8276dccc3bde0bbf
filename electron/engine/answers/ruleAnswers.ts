import type { RequestOutput } from '../../../shared/contract/requests.ts'
import type { Rule, RuleDraft, RuleTest } from '../../../shared/contract/rule.ts'
import type { Failure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { DAY, durationOf, later, type EpochMs } from '../../../shared/time.ts'
import type { KeptRule } from '../store/library/rules.ts'
import { applyToStored, takeBackApplied, tryRule } from '../watch/tryRule.ts'
import { shownRows } from './articleRows.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { tellArticles } from './tellStored.ts'
import { weekOf } from './weeks.ts'

/** Counted as "recently". */
const RECENTLY = durationOf(-30, DAY)
/** How many rows a part of a dry run shows. */
const MOST_SHOWN = 50
/** A rule that is not kept yet stands under this id among the others. */
const DRAFT_ID = 'draft'

/** Answers about rules. Each change of them can be taken back. */
export function ruleAnswers(
  parts: EngineParts,
): Pick<Answers, 'listRules' | 'keepRule' | 'moveRule' | 'removeRule' | 'testRule' | 'applyRule'> {
  const { store, undo } = parts
  return {
    listRules: () => ok({ rules: shownRules(parts), unread: store.catches.unread() }),
    keepRule: ({ id, rule }) => (id === undefined ? addRule(rule, parts) : changeRule(id, rule, parts)),

    moveRule: async ({ id, before }) => {
      const order = store.rules.list().map((rule) => rule.id)
      if (!order.includes(id) || (before !== null && !order.includes(before))) return failed({ kind: 'not-found', what: 'rule' })
      const rest = order.filter((one) => one !== id)
      const place = before === null ? rest.length : rest.indexOf(before === id ? id : before)
      await reorder(before === id ? order : rest.toSpliced(place, 0, id), parts)
      return ok({ rules: shownRules(parts), undo: undo.keep({ takeBack: () => reorder(order, parts) }) })
    },

    removeRule: async ({ id }) => {
      const rule = store.rules.get(id)
      if (rule === null || !store.rules.remove(id)) return failed({ kind: 'not-found', what: 'rule' })
      await judgeAnew(rule, parts)
      const takeBack = async (): Promise<void> => {
        store.rules.restore(id)
        await judgeAnew(rule, parts)
      }
      return ok({ removed: true, undo: undo.keep({ takeBack, finish: () => store.rules.purge(id) }) })
    },

    testRule: async ({ id, rule, limit, after }) => ok(await tested({ rule, id: id ?? DRAFT_ID, limit, after: after ?? null }, parts)),

    applyRule: async ({ id }) => {
      const rule = store.rules.get(id)
      if (rule === null) return failed({ kind: 'not-found', what: 'rule' })
      return ok(await applied(rule, parts))
    },
  }
}

type KeptAnswer = RequestOutput<'keepRule'>

async function addRule(draft: RuleDraft, parts: EngineParts): Promise<Result<KeptAnswer, Failure>> {
  const rule = parts.store.rules.add(draft)
  await judgeAnew(rule, parts)
  const takeBack = async (): Promise<void> => {
    parts.store.rules.remove(rule.id)
    await judgeAnew(rule, parts)
    parts.store.rules.purge(rule.id)
  }
  return ok({ rule: shownRule(rule, parts), undo: parts.undo.keep({ takeBack }) })
}

async function changeRule(id: string, draft: RuleDraft, parts: EngineParts): Promise<Result<KeptAnswer, Failure>> {
  const before = parts.store.rules.get(id)
  const changed = parts.store.rules.change(id, draft)
  if (before === null || changed === null) return failed({ kind: 'not-found', what: 'rule' })
  await judgeAnew(isStopping(before) ? before : changed, parts)
  const takeBack = async (): Promise<void> => {
    parts.store.rules.change(id, before)
    await judgeAnew(isStopping(changed) ? changed : before, parts)
  }
  return ok({ rule: shownRule(changed, parts), undo: parts.undo.keep({ takeBack }) })
}

async function reorder(ids: readonly string[], parts: EngineParts): Promise<void> {
  const { store, watcher } = parts
  store.rules.order(ids)
  const isAnyStopping = store.rules.list().some(isStopping)
  await watcher.rulesChanged(isAnyStopping ? store.ruleCatches.articleIds(null) : [])
}

/** Has what a rule ever caught be judged anew; where it stops others, what these caught as well. */
async function judgeAnew(rule: KeptRule, { store, watcher }: EngineParts): Promise<void> {
  await watcher.rulesChanged(store.ruleCatches.articleIds(isStopping(rule) ? null : rule.id))
}

function isStopping({ actions }: Pick<KeptRule, 'actions'>): boolean {
  return actions.includes('stop')
}

function shownRules(parts: EngineParts): Rule[] {
  const counts = parts.store.ruleCatches.counts(later(parts.now(), RECENTLY))
  return parts.store.rules.list().map((rule) => ({ ...rule, ...(counts.get(rule.id) ?? NOTHING) }))
}

const NOTHING = { caught: 0, recently: 0, lastCaughtAt: null }

function shownRule(rule: KeptRule, parts: EngineParts): Rule {
  return shownRules(parts).find((one) => one.id === rule.id) ?? { ...rule, ...NOTHING }
}

async function tested(
  { rule, id, limit, after }: { rule: RuleDraft; id: string; limit: number; after: string | null },
  parts: EngineParts,
): Promise<RuleTest> {
  const { looked, caught, next } = await tryRule({ rule: { ...rule, id }, limit, after }, parts)
  const rows = parts.store.articles.rows(caught.slice(0, MOST_SHOWN).map((one) => one.id))
  return {
    looked,
    next,
    total: parts.store.toWatch.total(),
    caught: caught.length,
    weeks: byWeek(caught.map((one) => one.listedAt)),
    articles: shownRows(rows, parts),
  }
}

/** Newest week first; a week without any is left out. */
function byWeek(times: readonly EpochMs[]): RuleTest['weeks'] {
  const weeks = Map.groupBy(times, weekOf)
  return [...weeks].map(([weekStart, some]) => ({ weekStart, caught: some.length })).toSorted((a, b) => b.weekStart - a.weekStart)
}

async function applied(rule: KeptRule, parts: EngineParts) {
  const { undo } = parts
  const done = await applyToStored(rule, parts.watch, () => parts.stop.aborted)
  const { articleIds } = done
  tellApplied(articleIds, parts)
  if (articleIds.length === 0) return { applied: 0, undo: null }
  const takeBack = (): void => {
    takeBackApplied(rule, done, parts)
    tellApplied(articleIds, parts)
  }
  return { applied: articleIds.length, undo: undo.keep({ takeBack }) }
}

function tellApplied(articleIds: readonly string[], parts: EngineParts): void {
  if (articleIds.length === 0) return
  tellArticles(articleIds, parts)
  parts.tell({ name: 'sourcesChanged', body: { sourceIds: null } })
  parts.tell({ name: 'savedChanged', body: {} })
  parts.tell({ name: 'rulesChanged', body: {} })
  parts.indexSoon()
}
