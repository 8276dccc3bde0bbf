import { z } from 'zod'
import { settingsChange, settingsSchema } from '../settings.ts'
import { article, articleRow, collection, cursor, listScope, savedItem, savedOrder, searchHit, textOrigin } from './article.ts'
import { backupState, libraryAmount } from './backup.ts'
import { company, relatedArticle, weekCount } from './company.ts'
import { exportOrder, exportReport } from './export.ts'
import { keptSearch, keptSearchCount, query } from './keptSearch.ts'
import { retentionPolicy } from './retention.ts'
import { rule, ruleDraft, ruleTest } from './rule.ts'
import { offlineReport, readyReport } from './missing.ts'
import { address, category, durationMs, epochMs, failureWords, id, line, typedAddress } from './schemas.ts'
import { candidate, source } from './source.ts'
import { fileToken, leavingFile } from './transfer.ts'
import { checkReport, importPreview, importReport, refreshReport, status } from './status.ts'

const nothing = z.strictObject({})
const ids = z.array(id).min(1).max(5000)
/** Names something that `undo` takes back, for ten minutes. Null where there was nothing to do. */
const undoToken = z.string().max(64).nullable()
/** What a person calls a collection. */
const collectionName = z.string().trim().min(1).max(200)
const changed = z.strictObject({ changed: z.int().min(0), undo: undoToken })

/**
 * Every request that the engine answers: one object in, one object out. Times are {@link EpochMs}.
 * A request that fails answers with a {@link Failure} in place of its output.
 */
export const requests = {
  /** What can be followed at an address, with the first headlines of each; `tried` tells what was asked on the way. */
  previewAddress: {
    input: z.strictObject({ address: typedAddress }),
    output: z.strictObject({
      candidates: z.array(candidate),
      tried: z.array(z.strictObject({ url: address, failure: failureWords.nullable() })),
    }),
  },
  /**
   * Follows the best of what `previewAddress` would show, or the very candidate where its address is given.
   * `found`: articles that were there. `already`: it was followed before, and is as it was.
   */
  addSource: {
    input: z.strictObject({
      address: typedAddress,
      /** Of a candidate: which list of its page. */
      list: z.string().max(2000).optional(),
      category: category.optional(),
      folder: line.nullable().optional(),
      title: line.optional(),
    }),
    output: z.strictObject({ source, found: z.int().min(0), already: z.boolean() }),
  },
  /** Follows the sources of the sample edition; those already followed stay as they are. */
  addSample: { input: nothing, output: z.strictObject({ sources: z.array(source) }) },
  listSources: { input: nothing, output: z.strictObject({ sources: z.array(source) }) },
  /** Changes what is given and leaves the rest. */
  changeSource: {
    input: z.strictObject({
      id,
      title: line.optional(),
      category: category.optional(),
      folder: line.nullable().optional(),
      checkEvery: durationMs.nullable().optional(),
      keepsPictures: z.boolean().optional(),
    }),
    output: z.strictObject({ source }),
  },
  /** Unfollows. Its saved items stay; its other articles go when the undo has passed. */
  removeSource: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /** `opml`: the text of an OPML file, a Fluent Reader backup or a `starred.json`. One bad line never stops the rest. */
  importOpml: { input: z.strictObject({ opml: z.string().max(12_000_000) }), output: importReport },
  /** What `importOpml` would follow and save of the same text. Nothing is changed. */
  previewImport: { input: z.strictObject({ opml: z.string().max(12_000_000) }), output: importPreview },
  /** Stops the import under way between two starred articles; what was taken in stays. */
  stopImport: { input: nothing, output: nothing },
  exportOpml: { input: nothing, output: z.strictObject({ opml: z.string() }) },
  /** Writes articles and saved items into a file to keep; with progress. Those that are there no more are left out. */
  exportArticles: { input: exportOrder, output: exportReport },
  /** Stops the export under way; nothing is left of its file. */
  stopExport: { input: nothing, output: nothing },
  /** The subscriptions as OPML in a file to keep. `name`: what it should be called. */
  exportSubscriptions: { input: z.strictObject({ name: line }), output: z.strictObject({ file: leavingFile }) },

  /** Asks the sources that are due, or those named, and answers when all have answered. `force`: those not due as well. */
  refresh: {
    input: z.strictObject({ sourceIds: ids.optional(), force: z.boolean().default(false) }),
    output: refreshReport,
  },

  /** A page of a list, in keyset pages. `total`: articles of the whole scope. */
  listArticles: {
    input: z.strictObject({
      scope: listScope,
      order: z.enum(['newest', 'oldest']).default('newest'),
      limit: z.int().min(1).max(200).default(50),
      after: cursor.optional(),
    }),
    output: z.strictObject({ articles: z.array(articleRow), next: cursor.nullable(), total: z.int().min(0) }),
  },
  /** How many articles of a scope arrived after the moment in which a list was read: the rows that wait at its top. */
  countArrived: {
    input: z.strictObject({ scope: listScope, since: z.int().min(0) }),
    output: z.strictObject({ count: z.int().min(0) }),
  },
  /** The rows of these ids that exist, in the order asked. */
  getRows: { input: z.strictObject({ ids: z.array(id).max(200) }), output: z.strictObject({ articles: z.array(articleRow) }) },
  /** An article whole; from the saved copy where the cache has it no more. `origin`: which text, else the better one. */
  getArticle: { input: z.strictObject({ id, origin: textOrigin.optional() }), output: z.strictObject({ article }) },
  /** The related industry news under an article, strongest first: three to five, or none. Computed when articles arrive. */
  listRelated: { input: z.strictObject({ id }), output: z.strictObject({ related: z.array(relatedArticle) }) },
  /** Fetches the article's page again and takes its text from there. */
  fetchFullText: { input: z.strictObject({ id }), output: z.strictObject({ article }) },
  markRead: { input: z.strictObject({ ids }), output: changed },
  markUnread: { input: z.strictObject({ ids }), output: changed },
  /** Marks read what a scope held when it was seen: nothing that arrived after `until` (EpochMs). */
  markAllRead: { input: z.strictObject({ scope: listScope, until: z.int().min(0) }), output: changed },
  /** Keeps how far an article was read, 0 to 1. */
  keepReadingPlace: { input: z.strictObject({ id, readTo: z.number().min(0).max(1) }), output: nothing },

  /**
   * A durable full copy with its pictures, made before the answer. Saving again changes the note, tags and collection that are given.
   * What is not stored yet is fetched afterwards and added: `saved` says what is missing.
   */
  saveArticle: {
    input: z.strictObject({
      id,
      note: z.string().max(100_000).optional(),
      tags: z.array(line).max(50).optional(),
      collectionId: id.nullable().optional(),
    }),
    output: z.strictObject({ saved: savedItem }),
  },
  unsaveArticle: { input: z.strictObject({ id }), output: z.strictObject({ unsaved: z.boolean(), undo: undoToken }) },
  /** Gives up several at once; one undo brings them all back. */
  unsaveArticles: { input: z.strictObject({ ids }), output: changed },
  /** Changes several saved items alike: tags to add and to take off, and the collection (null: none). */
  changeSaved: {
    input: z.strictObject({
      ids,
      addTags: z.array(line).max(50).default([]),
      removeTags: z.array(line).max(50).default([]),
      collectionId: id.nullable().optional(),
    }),
    output: changed,
  },
  /** Saved items, narrowed by what is given, newest saved first unless told. `query` is typed as in search. `total`: all that are saved. */
  listSaved: {
    input: z.strictObject({
      tag: line.optional(),
      /** Null: those in no collection. */
      collectionId: id.nullable().optional(),
      sourceId: id.optional(),
      companyId: id.optional(),
      hasNote: z.boolean().optional(),
      isIncomplete: z.boolean().optional(),
      after: epochMs.optional(),
      before: epochMs.optional(),
      query: z.string().max(1000).optional(),
      order: savedOrder.optional(),
    }),
    output: z.strictObject({
      saved: z.array(savedItem),
      tags: z.array(z.strictObject({ tag: line, count: z.int() })),
      total: z.int().min(0),
    }),
  },
  listCollections: { input: nothing, output: z.strictObject({ collections: z.array(collection) }) },
  makeCollection: { input: z.strictObject({ name: collectionName }), output: z.strictObject({ collection }) },
  renameCollection: {
    input: z.strictObject({ id, name: collectionName }),
    output: z.strictObject({ collection, undo: undoToken }),
  },
  /** To a place among the others, counted from 0. */
  moveCollection: {
    input: z.strictObject({ id, place: z.int().min(0).max(10_000) }),
    output: z.strictObject({ undo: undoToken }),
  },
  /** Its items stay saved. */
  removeCollection: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /** Takes back a marking, an unsaving, an unfollowing, or a change of saved items, collections, rules or kept searches. */
  undo: { input: z.strictObject({ token: z.string().max(64) }), output: z.strictObject({ undone: z.boolean() }) },

  /** `query` as a person types it: words, "phrases", -not, `source:` `is:saved` `is:unread` `is:muted` `after:` `before:` `in:title`. */
  search: {
    input: z.strictObject({ query, limit: z.int().min(1).max(200).default(50) }),
    output: z.strictObject({
      articles: z.array(searchHit),
      total: z.int().min(0),
      isTotalExact: z.boolean(),
      tookMs: z.number().min(0),
    }),
  },
  /** The searches that a person keeps, in their order. */
  listKeptSearches: { input: nothing, output: z.strictObject({ searches: z.array(keptSearch) }) },
  /** Keeps a search below all others; named by its own words where no name is given. `already`: it was kept before, and is as it was. */
  keepSearch: {
    input: z.strictObject({ query: query.min(1), name: line.optional() }),
    output: z.strictObject({ search: keptSearch, already: z.boolean(), undo: undoToken }),
  },
  /** Changes what is given and leaves the rest. */
  changeKeptSearch: {
    input: z.strictObject({ id, name: line.optional(), query: query.optional() }),
    output: z.strictObject({ search: keptSearch, undo: undoToken }),
  },
  /** Moves a kept search by so many places, up (less than 0) or down. */
  moveKeptSearch: {
    input: z.strictObject({ id, by: z.int().min(-1000).max(1000) }),
    output: z.strictObject({ searches: z.array(keptSearch), undo: undoToken }),
  },
  removeKeptSearch: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /** How many unread articles each kept search finds. */
  countKeptSearches: { input: nothing, output: z.strictObject({ counts: z.array(keptSearchCount) }) },

  /** Followed companies, by name. */
  listCompanies: { input: nothing, output: z.strictObject({ companies: z.array(company) }) },
  /** A company with its articles per week, oldest week first, at most a year of them. */
  getCompany: { input: z.strictObject({ id }), output: z.strictObject({ company, weeks: z.array(weekCount) }) },
  /** Reads the company's facts from its site again. */
  refreshCompany: { input: z.strictObject({ id }), output: z.strictObject({ company }) },

  /** What would go now by a policy, else by the one that holds. Nothing is changed. */
  previewRetention: {
    input: z.strictObject({ policy: retentionPolicy.optional() }),
    output: z.strictObject({ read: z.int().min(0), unread: z.int().min(0), sources: z.int().min(0) }),
  },
  /** Lets go what the policy says, now. `isSkipped`: the clock jumped and no publisher confirms it, so nothing went. */
  applyRetention: { input: nothing, output: z.strictObject({ gone: z.int().min(0), isSkipped: z.boolean() }) },
  /** The rules in their order. `unread`: what is to be read of all that they watch. */
  listRules: { input: nothing, output: z.strictObject({ rules: z.array(rule), unread: z.int().min(0) }) },
  /** Keeps a rule in place of the one whose id is given, or below all others. What it caught before is judged anew; it catches what arrives from now on. */
  keepRule: { input: z.strictObject({ id: id.optional(), rule: ruleDraft }), output: z.strictObject({ rule, undo: undoToken }) },
  /** Puts a rule before another, or (null) below all. */
  moveRule: { input: z.strictObject({ id, before: id.nullable() }), output: z.strictObject({ rules: z.array(rule), undo: undoToken }) },
  /** Takes a rule away, and its marks: what it muted is back in the lists. What it saved stays. */
  removeRule: { input: z.strictObject({ id }), output: z.strictObject({ removed: z.boolean(), undo: undoToken }) },
  /**
   * What a rule would catch of what is stored, a part at a time, newest first; nothing is changed. `id`: the rule in whose place it would
   * stand, else it stands below all others. `limit`: articles to look at.
   */
  testRule: {
    input: z.strictObject({
      id: id.optional(),
      rule: ruleDraft,
      limit: z.int().min(1).max(2000).default(500),
      after: cursor.optional(),
    }),
    output: ruleTest,
  },
  /** Applies a rule to what is stored, but for notifying. */
  applyRule: { input: z.strictObject({ id }), output: z.strictObject({ applied: z.int().min(0), undo: undoToken }) },

  /** Makes a backup of all that a person made, read back and checked, as a file to keep. `name`: what it should be called. */
  makeBackup: {
    input: z.strictObject({ name: line }),
    output: libraryAmount.extend({ file: leavingFile, bytes: z.int().min(0) }),
  },
  /**
   * Checks a backup to its last byte and puts it in the place of the library, which is kept. Where it cannot be restored nothing is changed.
   * `bytes`: the size of the file.
   */
  restoreBackup: { input: z.strictObject({ token: fileToken }), output: libraryAmount.extend({ bytes: z.int().min(0) }) },
  /** Puts back the library that stood before the last restore; asked again, the restored one. */
  undoRestore: { input: nothing, output: libraryAmount },
  /** Stops the backup or the check of a backup under way. */
  stopBackup: { input: nothing, output: nothing },
  getBackupState: { input: nothing, output: backupState },

  getSettings: { input: nothing, output: z.strictObject({ settings: settingsSchema }) },
  changeSettings: { input: z.strictObject({ change: settingsChange }), output: z.strictObject({ settings: settingsSchema }) },
  getStatus: { input: nothing, output: status },
  /** What the host knows of the network and of sleep: the schedule pauses and catches up by it. */
  reportCondition: {
    input: z.strictObject({ condition: z.enum(['online', 'offline', 'asleep', 'awake', 'metered', 'unmetered']) }),
    output: nothing,
  },
  /** Starts the engine's process where it was left stopped; nothing where it runs. */
  startEngine: { input: nothing, output: nothing },
  checkProfile: { input: nothing, output: checkReport },

  /** How much opens with no network, and what the pictures take. */
  getOffline: { input: nothing, output: offlineReport },
  /** Looks at every stored picture; what is damaged turns the verdict of its articles. */
  checkPictures: { input: nothing, output: z.strictObject({ damaged: z.int().min(0) }) },
  /** Looks at one stored picture, named by its hash, as a host does that was given bytes of another. */
  checkPicture: { input: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }), output: z.strictObject({ isWhole: z.boolean() }) },
  /** Fetches all that is missing now, also what was given up, and answers at the end. Joins a run under way. */
  getEverythingReady: { input: nothing, output: readyReport },
  /** Ends the run under way; what came is kept. */
  stopGettingReady: { input: nothing, output: nothing },
} as const

/** The name of a request. */
export type RequestName = keyof typeof requests
/** What a request takes, with its defaults left out. */
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
/** What an answer function gets: the input with its defaults filled in. */
export type CheckedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
/** What a request answers. */
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
