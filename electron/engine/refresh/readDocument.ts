import { createHash } from 'node:crypto'
import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import type { DurationMs } from '../../../shared/time.ts'
import type { ArticleDraft } from '../article/articleDraft.ts'
import type { Fetched } from '../fetch/fetched.ts'
import type { Recipe } from '../newsroom/newsroomReading.ts'
import type { ScheduleState } from '../store/cache/schedule.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { RefreshParts } from './refreshParts.ts'

/** What a document of a source says: its articles, or null where it is the same as before. */
export interface ReadDocument {
  readonly drafts: readonly ArticleDraft[] | null
  /** How long a feed asks to be left alone. */
  readonly askedInterval: DurationMs | null
  readonly bodyHash: string | null
  /** Where a newsroom's list stands now, in JSON; undefined where that is as it was. */
  readonly recipe?: string
}

/** How many of a newsroom's articles are remembered to know its list by. */
const KNOWN_BY = 100

/** Asks a source for its document: a feed conditionally, a newsroom's page where its site allows it. */
export async function askSource(
  source: KeptSource,
  before: ScheduleState,
  { fetcher, robots }: RefreshParts,
): Promise<Result<Fetched, SourceFailure>> {
  const validators = { etag: before.etag, lastModified: before.lastModified }
  if (source.kind === 'feed') return fetcher.get({ url: source.url, purpose: 'feed', validators, isTypedAddress: true })
  if (!(await robots.mayRead(source.url))) return failed({ kind: 'robots' })
  return fetcher.get({ url: source.url, purpose: 'page', validators, isTypedAddress: true })
}

/** Reads what a source answered, by its kind. The same bytes as last time are not read again. */
export async function readDocument(
  source: KeptSource,
  fetched: Fetched,
  before: ScheduleState,
  parts: RefreshParts,
): Promise<Result<ReadDocument, SourceFailure>> {
  const same = { drafts: null, askedInterval: null, bodyHash: before.bodyHash }
  if (fetched.kind === 'unchanged') return ok(same)
  const bodyHash = hashOf(fetched.bytes)
  if (bodyHash === before.bodyHash) return ok(same)
  const document = { bytes: fetched.bytes, contentType: fetched.contentType, url: fetched.finalUrl }
  if (source.kind === 'newsroom') return readNewsroom(source, document, bodyHash, parts)
  const read = await parts.workbench.run('readFeed', document)
  if (!read.ok) return failed(read.failure)
  return ok({ drafts: read.value.drafts, askedInterval: read.value.about.askedInterval, bodyHash })
}

type FetchedDocument = { readonly bytes: Uint8Array; readonly contentType: string | null; readonly url: string }

async function readNewsroom(
  source: KeptSource,
  document: FetchedDocument,
  bodyHash: string,
  parts: RefreshParts,
): Promise<Result<ReadDocument, SourceFailure>> {
  const recipe = source.recipe === null ? null : (JSON.parse(source.recipe) as Recipe)
  const read = await parts.workbench.run('readNewsroomPage', { ...document, recipe, knownLinks: knownLinks(source, parts) })
  if (!read.ok) return failed(read.failure)
  const { list, match } = read.value
  return ok({
    drafts: list.drafts,
    askedInterval: null,
    bodyHash,
    ...(match === 'relearnt' ? { recipe: JSON.stringify(list.recipe) } : {}),
  })
}

function knownLinks(source: KeptSource, { store }: RefreshParts): string[] {
  const scope = { sourceIds: [source.id], category: null, unreadOnly: false, since: null }
  const { rows } = store.articles.page({ scope, order: 'newest', limit: KNOWN_BY, after: null })
  return rows.map((row) => row.url).filter((url) => url !== null)
}

/** Tells the same body from a new one. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64url')
}
