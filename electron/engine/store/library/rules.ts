import type { RuleAction, RuleCondition, RuleDraft } from '../../../../shared/contract/rule.ts'
import type { Clock, EpochMs } from '../../../../shared/time.ts'
import { freshId } from '../base32.ts'
import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** A rule as the library keeps it. */
export interface KeptRule extends RuleDraft {
  readonly id: string
  readonly createdAt: EpochMs
}

/** The rules. Those that were removed are not shown until `restore`. */
export interface RulesTable {
  /** In their order. */
  list(): readonly KeptRule[]
  get(id: string): KeptRule | null
  /** Keeps a rule below all others. */
  add(draft: RuleDraft): KeptRule
  /** Null where there is no such rule. */
  change(id: string, draft: RuleDraft): KeptRule | null
  /** Puts all rules in this order; those left out come after, as they stand. */
  order(ids: readonly string[]): void
  /** False where there was nothing to remove. */
  remove(id: string): boolean
  restore(id: string): boolean
  /** Forgets a rule that was removed, and what it caught. */
  purge(id: string): void
  /** The same for all that are removed. */
  purgeRemoved(): void
}

interface RuleRow {
  readonly id: string
  readonly name: string
  readonly match: 'all' | 'any'
  readonly conditions: string
  readonly actions: string
  readonly is_enabled: number
  readonly breaks_quiet: number
  readonly created_at_ms: EpochMs
}

/** The table of rules. */
export function rulesTable(database: Database, write: LibraryWriter, now: Clock): RulesTable {
  const statements = prepareStatements(database)
  // Every row of every list asks for their names. Nobody else writes this table while the profile is open.
  let known: readonly KeptRule[] | null = null
  const list = (): readonly KeptRule[] => (known ??= statements.all.all({}).map(keptRule))
  const get = (id: string): KeptRule | null => list().find((rule) => rule.id === id) ?? null
  const change: LibraryWriter = (work) => {
    try {
      return write(work)
    } finally {
      known = null
    }
  }
  return {
    list,
    get,
    add: (draft) =>
      change(() => {
        const rule = { ...draft, id: freshId(), createdAt: now() }
        statements.add.run({ ...rowOf(rule), createdAt: rule.createdAt })
        return rule
      }),
    change: (id, draft) =>
      change(() => {
        const rule = get(id)
        if (rule === null) return null
        const changed = { ...rule, ...draft }
        statements.put.run(rowOf(changed))
        return changed
      }),
    order: (ids) =>
      change(() => {
        const rest = list().flatMap(({ id }) => (ids.includes(id) ? [] : [id]))
        for (const [place, id] of [...ids, ...rest].entries()) statements.place.run({ id, place })
      }),
    remove: (id) => change(() => statements.remove.run({ id, at: now() }) > 0),
    restore: (id) => change(() => statements.restore.run({ id }) > 0),
    purge: (id) => change(() => void statements.purge.run({ id })),
    purgeRemoved: () => change(() => void statements.purge.run({ id: null })),
  }
}

function prepareStatements(database: Database) {
  return {
    all: prepare<RuleRow>(
      database,
      `SELECT * FROM rules
       WHERE removed_at_ms IS NULL
       ORDER BY place, created_at_ms, id`,
    ),
    add: prepare(
      database,
      `INSERT INTO rules (id, place, name, match, conditions, actions, is_enabled, breaks_quiet, created_at_ms)
       VALUES (:id, (SELECT coalesce(max(place), 0) + 1 FROM rules), :name, :match, :conditions, :actions, :isEnabled, :breaksQuiet, :createdAt)`,
    ),
    put: prepare(
      database,
      `UPDATE rules SET
         name = :name, match = :match, conditions = :conditions, actions = :actions, is_enabled = :isEnabled, breaks_quiet = :breaksQuiet
       WHERE id = :id`,
    ),
    place: prepare(database, 'UPDATE rules SET place = :place WHERE id = :id'),
    remove: prepare(database, 'UPDATE rules SET removed_at_ms = :at WHERE id = :id AND removed_at_ms IS NULL'),
    restore: prepare(database, 'UPDATE rules SET removed_at_ms = NULL WHERE id = :id AND removed_at_ms IS NOT NULL'),
    purge: prepare(database, 'DELETE FROM rules WHERE removed_at_ms IS NOT NULL AND (:id IS NULL OR id = :id)'),
  }
}

function rowOf({ id, name, match, conditions, actions, isEnabled, breaksQuiet }: KeptRule) {
  const said = { conditions: JSON.stringify(conditions), actions: JSON.stringify(actions) }
  return { id, name, match, ...said, isEnabled: Number(isEnabled), breaksQuiet: Number(breaksQuiet) }
}

function keptRule(row: RuleRow): KeptRule {
  return {
    id: row.id,
    name: row.name,
    match: row.match,
    conditions: JSON.parse(row.conditions) as RuleCondition[],
    actions: JSON.parse(row.actions) as RuleAction[],
    isEnabled: row.is_enabled === 1,
    breaksQuiet: row.breaks_quiet === 1,
    createdAt: row.created_at_ms,
  }
}
