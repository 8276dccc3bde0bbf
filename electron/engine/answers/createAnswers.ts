import { backupAnswers } from './backupAnswers.ts'
import { collectionAnswers } from './collectionAnswers.ts'
import { companyAnswers } from './companyAnswers.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { exchangeAnswers } from './exchangeAnswers.ts'
import { exportAnswers } from './exportAnswers.ts'
import { followAnswers } from './followAnswers.ts'
import { keptSearchAnswers } from './keptSearchAnswers.ts'
import { listAnswers } from './listAnswers.ts'
import { markAnswers } from './markAnswers.ts'
import { offlineAnswers } from './offlineAnswers.ts'
import { readingAnswers } from './readingAnswers.ts'
import { refreshAnswers } from './refreshAnswers.ts'
import { retentionAnswers } from './retentionAnswers.ts'
import { ruleAnswers } from './ruleAnswers.ts'
import { savedAnswers } from './savedAnswers.ts'
import { searchAnswers } from './searchAnswers.ts'
import { settingsAnswers } from './settingsAnswers.ts'
import { sourceAnswers } from './sourceAnswers.ts'

/** An answer for every request of the contract. */
export function createAnswers(parts: EngineParts): Answers {
  return {
    ...sourceAnswers(parts),
    ...followAnswers(parts),
    ...exchangeAnswers(parts),
    ...exportAnswers(parts),
    ...refreshAnswers(parts),
    ...listAnswers(parts),
    ...readingAnswers(parts),
    ...markAnswers(parts),
    ...savedAnswers(parts),
    ...collectionAnswers(parts),
    ...searchAnswers(parts),
    ...keptSearchAnswers(parts),
    ...companyAnswers(parts),
    ...retentionAnswers(parts),
    ...ruleAnswers(parts),
    ...backupAnswers(parts),
    ...settingsAnswers(parts),
    ...offlineAnswers(parts),
  }
}
