import type { RequestName } from './requests.ts'

/** The names of all requests, for a place that must not carry their schemas (the preload). Held equal to the contract by types. */
export const requestNames = [
  'previewAddress',
  'addSource',
  'addSample',
  'listSources',
  'changeSource',
  'removeSource',
  'importOpml',
  'stopImport',
  'exportOpml',
  'refresh',
  'listArticles',
  'countArrived',
  'getRows',
  'getArticle',
  'listRelated',
  'fetchFullText',
  'markRead',
  'markUnread',
  'markAllRead',
  'keepReadingPlace',
  'saveArticle',
  'unsaveArticle',
  'listSaved',
  'undo',
  'search',
  'listCompanies',
  'getCompany',
  'refreshCompany',
  'previewRetention',
  'applyRetention',
  'getSettings',
  'changeSettings',
  'getStatus',
  'reportCondition',
  'checkProfile',
] as const satisfies readonly RequestName[]

type Missing = Exclude<RequestName, (typeof requestNames)[number]>
/** Does not compile while a request of the contract is not named above. */
export const everyRequestIsNamed: Missing extends never ? true : Missing = true
