import { openDatabase } from '../../../electron/engine/store/profile/database.ts'
import { libraryMigrations } from '../../../electron/engine/store/migrations/library/index.ts'
import { migrate } from '../../../electron/engine/store/migrations/migrate.ts'
import type { Migration } from '../../../electron/engine/store/migrations/migration.ts'

/** A process of its own that migrates a library and is killed after so many statements. */

const [file = '', step = '{}', stop = '0'] = process.argv.slice(2)
let done = 0
migrate(openDatabase(file, { isDurable: true, isReadOnly: false }), [...libraryMigrations, JSON.parse(step) as Migration], () => {
  if (done === Number(stop)) process.kill(process.pid, 'SIGKILL')
  done += 1
})
process.kill(process.pid, 'SIGKILL')
