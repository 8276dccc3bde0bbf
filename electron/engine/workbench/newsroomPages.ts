import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { systemClock } from '../../../shared/time.ts'
import { draftArticles } from '../article/drafts.ts'
import { declaredFeeds } from '../newsroom/declaredFeeds.ts'
import { followRecipe } from '../newsroom/followRecipe.ts'
import { newsPageLinks } from '../newsroom/newsPageLinks.ts'
import type { AboutPage, ListCandidate, ListedArticle, Recipe } from '../newsroom/newsroomReading.ts'
import { readNewsroom } from '../newsroom/readNewsroom.ts'
import { wellKnownFeedPaths } from '../newsroom/wellKnownFeedPaths.ts'
import { feedDate } from '../parse/feedDate/feedDate.ts'
import type { ParsedEntry, ParsedFeed } from '../parse/parsedFeed.ts'
import type { NewsroomList, PageSurroundings, ReadNewsroom } from './jobs.ts'

/** How many of a page's lists a person may choose from. */
const MOST_LISTS = 3

/** Everything that a page leads to. */
export function pageSurroundings(html: string, url: string): PageSurroundings {
  const reading = readNewsroom(html, contextOf(url))
  const lists = reading.kind === 'list' ? reading.candidates.slice(0, MOST_LISTS).map((one) => listOf(one, reading, url)) : []
  return {
    declared: declaredFeeds(html, url),
    wellKnown: wellKnownFeedPaths(url),
    newsPages: newsPageLinks(html, url),
    name: reading.siteName ?? (reading.pageTitle || null),
    lists,
    nextPageUrl: reading.kind === 'list' ? reading.nextPageUrl : null,
    wall: reading.kind === 'needs-login' || reading.kind === 'needs-scripts' ? reading.kind : null,
  }
}

/** The list of a newsroom that is followed; learnt anew where its recipe is missing or finds nothing. */
export function newsroomAgain(
  html: string,
  { url, recipe, knownLinks }: { readonly url: string; readonly recipe: Recipe | null; readonly knownLinks: readonly string[] },
): Result<ReadNewsroom, SourceFailure> {
  const context = { ...contextOf(url), knownLinks }
  if (recipe !== null) {
    const followed = followRecipe(html, { ...context, recipe })
    if (followed.match === 'lost') return failed({ kind: followed.reason })
    return ok({ list: listOf(followed.list, followed, url), match: followed.match, nextPageUrl: followed.nextPageUrl })
  }
  const reading = readNewsroom(html, context)
  if (reading.kind !== 'list') return failed({ kind: reading.kind })
  const [best] = reading.candidates
  return best === undefined
    ? failed({ kind: 'no-list' })
    : ok({ list: listOf(best, reading, url), match: 'relearnt', nextPageUrl: reading.nextPageUrl })
}

function contextOf(url: string) {
  const now = systemClock()
  return { url, now, readDate: (raw: string) => feedDate(raw, now) }
}

function listOf({ items, recipe, score, label }: ListCandidate, { language }: AboutPage, url: string): NewsroomList {
  const entries = items.map((item) => entryOf(item, url, language))
  const feed: ParsedFeed = { ...nothingSaid, siteUrl: url, language: language || null, entries }
  return { drafts: draftArticles(feed, { now: systemClock() }), recipe, score, label }
}

/** A list says as much of an article as a feed of headlines would; its id is its link, so that it outlives a redesign. */
function entryOf(item: ListedArticle, url: string, language: string): ParsedEntry {
  return {
    rawId: null,
    link: item.url,
    title: item.title,
    authors: [],
    publishedAt: item.publishedAt,
    updatedAt: null,
    summaryHtml: item.summary === null ? null : asHtml(item.summary),
    contentHtml: null,
    baseUrl: url,
    language: language || null,
    categories: [],
    enclosures: [],
    imageUrl: item.imageUrl,
    sourceTitle: null,
  }
}

const nothingSaid = { format: 'rss', title: '', description: '', selfUrl: null, iconUrl: null, askedInterval: null, isCut: false } as const

function asHtml(text: string): string {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
}
