import { prepare } from '../../../electron/engine/store/profile/database.ts'
import type { Database } from '../../../electron/engine/store/profile/database.ts'

/** The plans of all statements that a maker prepares. */
export function plansOf(database: Database, make: (database: Database) => unknown): string[] {
  const texts: string[] = []
  const listening = new Proxy(database, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name, target) as unknown
      return (sql: string) => {
        texts.push(sql)
        return target.prepare(sql)
      }
    },
  })
  make(listening)
  return texts.map((sql) =>
    prepare<{ detail: string }>(database, `EXPLAIN QUERY PLAN ${sql}`)
      .all({})
      .map((step) => step.detail)
      .join('; '),
  )
}
