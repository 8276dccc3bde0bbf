import type { Clock } from '../../../../shared/time.ts'
import type { Database } from '../profile/database.ts'
import { articleContent } from './articleContent.ts'
import type { ArticleContent } from './articleContent.ts'
import { articleLists } from './articleLists.ts'
import type { ArticleLists } from './articleLists.ts'
import { articleTexts } from './articleTexts.ts'
import { articleWriter } from './articleWriter.ts'
import type { CachedSources, SourceCounts } from './cachedSources.ts'
import { keepArticles } from './keepArticles.ts'
import type { KeepArticles } from './keepArticles.ts'
import { knownArticleId } from './knownArticle.ts'
import type { KnownArticleId } from './knownArticle.ts'
import { markReadSlice } from './markRead.ts'
import type { MarkReadSlice } from './markRead.ts'
import type { PicturesTable } from './pictures.ts'
import { pictureUses } from './pictureUses.ts'
import type { PictureUses } from './pictureUses.ts'
import { readStateTable } from './readState.ts'
import type { ReadState } from './readState.ts'
import { articleRemoval } from './removeArticles.ts'
import type { ArticleRemoval } from './removeArticles.ts'
import { unfinishedArticles } from './unfinished.ts'
import type { UnfinishedArticles } from './unfinished.ts'

/** All that is done with articles of the cache. */
export interface ArticlesTable extends ArticleLists, ArticleContent, ArticleRemoval, UnfinishedArticles {
  readonly keep: KeepArticles
  readonly knownId: KnownArticleId
  readonly markReadSlice: MarkReadSlice
  readonly markRead: ReadState['mark']
  readonly setReadTo: ReadState['setReadTo']
  readonly readTo: ReadState['readTo']
  readonly readAmong: ReadState['readAmong']
  readonly articlesShowing: PictureUses['articlesShowing']
  /** The counts of each source that has articles, hidden ones too. */
  counts(): SourceCounts[]
}

/** Joins the files that each do a part of it. */
export function articlesTable(database: Database, sources: CachedSources, pictures: PicturesTable, now: Clock): ArticlesTable {
  const texts = articleTexts(database)
  const readState = readStateTable(database)
  const uses = pictureUses(database)
  return {
    ...articleLists(database, sources),
    ...articleContent(database, texts, { pictures, uses }, readState),
    ...articleRemoval(database, sources),
    ...unfinishedArticles(database, sources),
    keep: keepArticles(database, sources, readState, articleWriter(database, texts, pictures, uses)),
    knownId: knownArticleId(database, sources),
    markReadSlice: markReadSlice(database, sources, readState, now),
    markRead: readState.mark,
    setReadTo: readState.setReadTo,
    readTo: readState.readTo,
    readAmong: readState.readAmong,
    articlesShowing: (hash) => uses.articlesShowing(hash),
    counts: () => sources.counts(),
  }
}
