import type { Problem } from '../../../shared/contract/check.ts'
import type { ProfileNotice } from '../../../shared/contract/status.ts'
import type { ProfileFailure } from '../../../shared/failures.ts'
import { ok } from '../../../shared/result.ts'
import type { Result } from '../../../shared/result.ts'
import type { Clock, EpochMs } from '../../../shared/time.ts'
import { articlesTable } from './cache/articles.ts'
import type { ArticlesTable } from './cache/articles.ts'
import { articleTexts } from './cache/articleTexts.ts'
import type { ArticleTexts } from './cache/articleTexts.ts'
import { cachedSources } from './cache/cachedSources.ts'
import { evictions } from './cache/evictions.ts'
import type { Evictions } from './cache/evictions.ts'
import { catchesTable } from './cache/catches.ts'
import type { CatchesTable } from './cache/catches.ts'
import { commonWords } from './cache/commonWords.ts'
import { mentionsTable } from './cache/mentions.ts'
import type { MentionsTable } from './cache/mentions.ts'
import { picturesTable } from './cache/pictures.ts'
import type { PicturesTable } from './cache/pictures.ts'
import { relatedTable } from './cache/related.ts'
import type { RelatedTable } from './cache/related.ts'
import { relateQueue } from './cache/relateQueue.ts'
import type { RelateQueue } from './cache/relateQueue.ts'
import { retention } from './cache/retention.ts'
import type { Retention } from './cache/retention.ts'
import { scheduleTable } from './cache/schedule.ts'
import type { ScheduleTable } from './cache/schedule.ts'
import { searchIndex } from './cache/searchIndex.ts'
import type { SearchIndex } from './cache/searchIndex.ts'
import { topicsTable } from './cache/topics.ts'
import type { TopicsTable } from './cache/topics.ts'
import { watchQueue } from './cache/watchQueue.ts'
import type { WatchQueue } from './cache/watchQueue.ts'
import { checkStore } from './check.ts'
import { joinedCollections, joinedSources } from './joinedTables.ts'
import { collectionsTable } from './library/collections.ts'
import type { CollectionsTable } from './library/collections.ts'
import { companiesTable } from './library/companies.ts'
import type { CompaniesTable } from './library/companies.ts'
import { keptSearchesTable } from './library/keptSearches.ts'
import type { KeptSearchesTable } from './library/keptSearches.ts'
import { libraryWriter } from './library/libraryWriter.ts'
import type { LibraryWriter } from './library/libraryWriter.ts'
import { ruleCatches } from './library/ruleCatches.ts'
import type { RuleCatches } from './library/ruleCatches.ts'
import { rulesTable } from './library/rules.ts'
import type { RulesTable } from './library/rules.ts'
import type { SavedTable } from './library/saved.ts'
import { savedFacets } from './library/savedFacets.ts'
import type { SavedFacets } from './library/savedFacets.ts'
import { savedOf } from './library/savedOf.ts'
import { settingsTable } from './library/settings.ts'
import type { SettingsTable } from './library/settings.ts'
import { sourcesTable } from './library/sources.ts'
import type { SourcesTable } from './library/sources.ts'
import { toMirrorTable } from './library/toMirror.ts'
import { createMirror } from './mirror/mirror.ts'
import type { Mirror } from './mirror/mirror.ts'
import type { Database } from './profile/database.ts'
import { copySound, generationsOf } from './profile/generations.ts'
import type { OpenProfile, WriteRefusal } from './profile/openedProfile.ts'
import { mirrorFolder } from './profile/profileFolder.ts'
import { openProfile } from './profile/openProfile.ts'
import { isDiskNearlyFull } from './profile/reserve.ts'
import { picturesBefore } from './restore/picturesBefore.ts'
import { cacheSearch } from './search/cacheSearch.ts'
import { findSavedIds } from './search/savedFound.ts'
import type { FindSavedIds } from './search/savedFound.ts'
import { savedSearch } from './search/savedSearch.ts'
import { search } from './search/search.ts'
import type { Search } from './search/search.ts'

export { savedIdOf } from './savedIdOf.ts'
export { listedCopy } from './library/savedRow.ts'
export { parseQuery } from './search/searchQuery.ts'
export { storeFailure } from './storeFailure.ts'

/** Where a profile is (`:memory:` keeps nothing), and what time it is. */
export interface StoreOptions {
  readonly profile: string
  readonly now: Clock
  /** Whether a profile that cannot be written may be opened for reading; it may unless this says no. */
  readonly isReadOnlyAllowed?: boolean
}

/** The search and its index. */
export interface StoredSearch extends SearchIndex {
  /** Finds articles and saved items: see `parseQuery`. */
  readonly search: Search
  /** Finds saved items alone. */
  readonly savedIds: FindSavedIds
}

/**
 * Everything that is kept. All calls answer at once and are short; long work is offered in slices.
 * Writes throw what SQLite throws: `storeFailure` tells the faults of the world among that.
 */
export interface Store {
  readonly sources: SourcesTable
  readonly companies: CompaniesTable
  readonly saved: SavedTable
  /** What the saved items can be narrowed by. */
  readonly savedFacets: () => SavedFacets
  readonly collections: CollectionsTable
  readonly settings: SettingsTable
  readonly keptSearches: KeptSearchesTable
  readonly rules: RulesTable
  readonly ruleCatches: RuleCatches
  readonly articles: ArticlesTable
  readonly pictures: PicturesTable
  readonly evictions: Evictions
  readonly mentions: MentionsTable
  readonly topics: TopicsTable
  readonly related: RelatedTable
  readonly toRelate: RelateQueue
  readonly catches: CatchesTable
  readonly toWatch: WatchQueue
  readonly schedule: ScheduleTable
  readonly retention: Retention
  readonly search: StoredSearch
  readonly notices: ProfileNotice[]
  readonly isReadOnly: boolean
  /** What every write fails as, where it is read only; else null. */
  readonly refusal: WriteRefusal | null
  /** Integrity of both databases, of counts and of the search index, as far as they can be told. Takes its time. */
  check(): Problem[]
  /** Makes the day's copy of the library where there is none yet; answers whether it did. */
  keepDailyBackup(): Promise<boolean>
  /** Makes a sound copy of the library, in a file that is not there yet, beside other work. */
  copyLibrary(file: string): Promise<void>
  /** Which pictures an undo of the last restore would show; null where that cannot be told. */
  picturesBefore(): Set<string> | null
  /** Begins to keep the mirror of what is saved and followed; null where nothing can be written. To be called once. */
  keepMirror(fault: (fault: unknown) => void): Mirror | null
  /** Whether the cache should stop growing, so that there is room for what a person saves. */
  isDiskNearlyFull(): boolean
  close(): void
}

/** Opens a profile's store, and makes the profile where there is none. */
export function openStore(options: StoreOptions): Result<Store, ProfileFailure> {
  const opened = openProfile(options)
  return opened.ok ? ok(storeOf(opened.value, options.now)) : opened
}

function storeOf(profile: OpenProfile, now: Clock): Store {
  const { library, cache, folder, notices, refusal } = profile
  const isReadOnly = refusal !== null
  const unheard = libraryWriter(library, profile.reserve)
  let mirror: Mirror | null = null
  const write: LibraryWriter = (work) => {
    const value = unheard(work)
    mirror?.soon()
    return value
  }
  const tables = tablesOf(profile, write, now)
  const { sources, collections, saved } = tables
  if (!isReadOnly) saved.indexMissing()
  return {
    ...tables,
    notices,
    isReadOnly,
    refusal,
    check: () => checkStore({ library, cache, saved }),
    keepDailyBackup: async () => (folder === null || isReadOnly ? false : generationsOf(folder).keepDaily(library, now())),
    copyLibrary: (file) => copySound(library, file),
    picturesBefore: () => (folder === null ? new Set() : picturesBefore(folder)),
    keepMirror: (fault) => {
      if (folder === null || isReadOnly) return null
      const toMirror = toMirrorTable(library, unheard)
      return (mirror = createMirror({ folder: mirrorFolder(folder), saved, sources, collections, toMirror, now, fault }))
    },
    isDiskNearlyFull: () => folder !== null && isDiskNearlyFull(folder),
    close: () => {
      mirror?.stop()
      profile.close()
    },
  }
}

/** All tables, those that belong together joined. */
function tablesOf({ library, cache }: OpenProfile, write: LibraryWriter, now: Clock) {
  const cached = cachedSources(cache)
  const texts = articleTexts(cache)
  const common = commonWords(cache)
  const own = libraryTables(library, write, now)
  const { saved } = own
  const fetched = cacheTables(cache, texts, saved, now)
  const articles = articlesTable(cache, cached, fetched.pictures, now)
  const kept = sourcesTable(library, write, now)
  const index = searchIndex(cache, texts, cached, common, (sourceId) => kept.titleOf(sourceId) ?? '')
  const sources = joinedSources(kept, cached, index)
  const collections = joinedCollections(collectionsTable(library, write), saved, write)
  const joined = { ...own, ...fetched, sources, collections }
  const searched = { ...joined, articles, cachedSources: cached, texts, inLibrary: savedSearch(library), now }
  return {
    ...joined,
    articles: {
      ...articles,
      markRead: (ids: readonly string[], isRead: boolean, at: EpochMs) => articles.markRead(ids, isRead, at, saved.isSaved(ids)),
    },
    search: {
      ...index,
      search: search({ ...searched, guess: common, inCache: cacheSearch(cache, common) }),
      savedIds: findSavedIds(searched),
    },
  }
}

/** What a person made, but for what the cache has a part in. */
function libraryTables(library: Database, write: LibraryWriter, now: Clock) {
  return {
    companies: companiesTable(library, write),
    saved: savedOf(library, write),
    savedFacets: savedFacets(library),
    rules: rulesTable(library, write, now),
    ruleCatches: ruleCatches(library, write),
    settings: settingsTable(library, write),
    keptSearches: keptSearchesTable(library, write, now),
  }
}

/** What can be fetched again, and what is found out from it. */
function cacheTables(cache: Database, texts: ArticleTexts, saved: SavedTable, now: Clock) {
  return {
    pictures: picturesTable(cache),
    evictions: evictions(cache, (ids) => saved.isSaved(ids), now),
    mentions: mentionsTable(cache),
    topics: topicsTable(cache),
    related: relatedTable(cache),
    toRelate: relateQueue(cache, texts),
    catches: catchesTable(cache),
    toWatch: watchQueue(cache, texts),
    schedule: scheduleTable(cache, now),
    retention: retention(cache, (ids) => saved.isSaved(ids)),
  }
}
