import type { z } from 'zod'
import { articleRequests } from './requests/articleRequests.ts'
import { backupRequests } from './requests/backupRequests.ts'
import { collectionRequests } from './requests/collectionRequests.ts'
import { companyRequests } from './requests/companyRequests.ts'
import { exchangeRequests } from './requests/exchangeRequests.ts'
import { markRequests } from './requests/markRequests.ts'
import { offlineRequests } from './requests/offlineRequests.ts'
import { retentionRequests } from './requests/retentionRequests.ts'
import { ruleRequests } from './requests/ruleRequests.ts'
import { savedRequests } from './requests/savedRequests.ts'
import { searchRequests } from './requests/searchRequests.ts'
import { settingsRequests } from './requests/settingsRequests.ts'
import { sourceRequests } from './requests/sourceRequests.ts'

/**
 * Every request that the engine answers: one object in, one object out. Times are {@link EpochMs}.
 * A request that fails answers with a {@link Failure} in place of its output.
 */
export const requests = {
  ...sourceRequests,
  ...exchangeRequests,
  ...articleRequests,
  ...markRequests,
  ...savedRequests,
  ...collectionRequests,
  ...searchRequests,
  ...companyRequests,
  ...retentionRequests,
  ...ruleRequests,
  ...backupRequests,
  ...settingsRequests,
  ...offlineRequests,
} as const

/** The name of a request. */
export type RequestName = keyof typeof requests
/** What a request takes, with its defaults left out. */
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
/** What an answer function gets: the input with its defaults filled in. */
export type CheckedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
/** What a request answers. */
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
