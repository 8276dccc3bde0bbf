import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import type { LibraryWriter } from './libraryWriter.ts'

/** What a person chose, by key; what a key may hold is the contract's business. */
export interface SettingsTable {
  read(): Record<string, unknown>
  write(key: string, value: unknown): void
}

interface SettingRow {
  readonly key: string
  readonly value: string
}

/** The table of settings. */
export function settingsTable(database: Database, write: LibraryWriter): SettingsTable {
  const all = prepare<SettingRow>(database, 'SELECT key, value FROM settings')
  const put = prepare(
    database,
    `INSERT INTO settings (key, value) VALUES (:key, :value)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  return {
    read: () => Object.fromEntries(all.all({}).map((row) => [row.key, JSON.parse(row.value) as unknown])),
    write: (key, value) => write(() => void put.run({ key, value: JSON.stringify(value) })),
  }
}
