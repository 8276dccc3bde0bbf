import type { EpochMs } from '../../../../shared/time.ts'
import { feedDate } from '../feedDate/feedDate.ts'
import { field, listField, textField, type JsonValue } from '../json/jsonValue.ts'
import { cutTo, LONGEST_CONTENT, LONGEST_TITLE } from '../limits.ts'
import type { OpmlFeed } from '../opml/opmlFeed.ts'
import type { SkippedOutline } from '../opml/parseOpml.ts'
import { resolveAddress } from '../text/addresses.ts'
import { guessedTitle } from '../text/plainText.ts'
import type { ParsedExport, ParsedStar } from './parsedExport.ts'

/** The tables of a Fluent Reader backup. */
const TABLES = 'lovefield'

/** What a Fluent Reader backup (`.frdata`) holds: its sources in their groups, and its starred items; null where the document is something else. */
export function readFluentExport(document: JsonValue, now: EpochMs): ParsedExport | null {
  const tables = field(document, TABLES)
  if (!Array.isArray(field(tables, 'sources')) || !Array.isArray(field(tables, 'items'))) return null
  const folders = foldersOf(document)
  const sources = listField(tables, 'sources').map((source) => sourceOf(source, folders))
  const feeds = new Map(sources.flatMap((source) => ('feed' in source ? [[source.number, source.feed] as const] : [])))
  const starred = listField(tables, 'items').filter((item) => field(item, 'starred') === true)
  return {
    feeds: [...new Map([...feeds.values()].map((feed) => [feed.url, feed])).values()],
    stars: starred.map((item) => starOf(item, feeds.get(textField(item, 'source') ?? '') ?? null, now)),
    skipped: sources.flatMap((source) => ('skipped' in source ? [source.skipped] : [])),
  }
}

/** The group of each source, by the source's number. A group of one is the source itself. */
function foldersOf(document: JsonValue): ReadonlyMap<string, string> {
  const groups = listField(document, 'sourceGroups').filter((group) => field(group, 'isMultiple') === true)
  return new Map(
    groups.flatMap((group) => {
      const name = cutTo(guessedTitle(textField(group, 'name') ?? ''), LONGEST_TITLE)
      return name === '' ? [] : listField(group, 'sids').map((number) => [String(number), name] as const)
    }),
  )
}

type ReadSource = { readonly number: string; readonly feed: OpmlFeed } | { readonly skipped: SkippedOutline }

function sourceOf(source: JsonValue, folders: ReadonlyMap<string, string>): ReadSource {
  const number = textField(source, 'sid') ?? ''
  const title = guessedTitle(textField(source, 'name') ?? '')
  const written = textField(source, 'url') ?? ''
  const url = resolveAddress(written, 'about:blank')
  if (url === null) {
    return { skipped: { text: title || written, reason: 'not-web' } }
  }
  const folder = folders.get(number) ?? null
  return { number, feed: { title, url, kind: 'feed', siteUrl: null, folder, category: null, checkEvery: null } }
}

function starOf(item: JsonValue, feed: OpmlFeed | null, now: EpochMs): ParsedStar {
  const link = resolveAddress(textField(item, 'link') ?? '', feed?.url ?? 'about:blank')
  const author = textField(item, 'creator')
  return {
    feedUrl: feed?.url ?? null,
    feedTitle: feed?.title ?? '',
    siteUrl: null,
    starredAt: null,
    note: '',
    tags: [],
    entry: {
      rawId: null,
      link,
      title: guessedTitle(textField(item, 'title') ?? ''),
      authors: author === null ? [] : [guessedTitle(author)],
      publishedAt: feedDate(textField(item, 'date') ?? '', now),
      updatedAt: null,
      summaryHtml: htmlOf(item, 'snippet'),
      contentHtml: htmlOf(item, 'content'),
      baseUrl: link ?? feed?.url ?? 'about:blank',
      language: null,
      categories: [],
      enclosures: [],
      imageUrl: resolveAddress(textField(item, 'thumb') ?? '', 'about:blank'),
      sourceTitle: null,
    },
  }
}

function htmlOf(item: JsonValue, name: string): string | null {
  const said = textField(item, name)
  return said === null ? null : cutTo(said, LONGEST_CONTENT)
}
