import { actionWords } from './english/actions.ts'
import { addWords } from './english/add.ts'
import { backupWords } from './english/backup.ts'
import { companyWords } from './english/company.ts'
import { exportWords } from './english/export.ts'
import { desktopWords } from './english/desktop.ts'
import { failureCatalogue } from './english/failures.ts'
import { frameWords } from './english/frame.ts'
import { healthWords } from './english/health.ts'
import { keepingWords } from './english/keeping.ts'
import { licencesWords } from './english/licences.ts'
import { listWords } from './english/list.ts'
import { offlineWords } from './english/offline.ts'
import { paletteWords } from './english/palette.ts'
import { readingWords } from './english/reading.ts'
import { searchWords } from './english/search.ts'
import { rulesWords } from './english/rules.ts'
import { savedWords } from './english/saved.ts'
import { settingsWords } from './english/settings.ts'
import { updatesWords } from './english/updates.ts'
import { welcomeWords } from './english/welcome.ts'

/** The English catalogue, in ICU messages. Its keys are the keys of every catalogue. */
export const en = {
  ...frameWords,
  ...listWords,
  ...searchWords,
  ...readingWords,
  ...actionWords,
  ...failureCatalogue,
  ...welcomeWords,
  ...addWords,
  ...settingsWords,
  ...keepingWords,
  ...licencesWords,
  ...desktopWords,
  ...offlineWords,
  ...backupWords,
  ...exportWords,
  ...healthWords,
  ...paletteWords,
  ...companyWords,
  ...rulesWords,
  ...savedWords,
  ...updatesWords,
} as const

/** The name of a message. */
export type WordKey = keyof typeof en

/** A whole catalogue: one message for each key. */
export type Catalogue = Readonly<Record<WordKey, string>>
