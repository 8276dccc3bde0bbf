import type { ArticleRow, CaughtBy } from '../../../shared/contract/article.ts'
import type { MissingReason } from '../../../shared/contract/missing.ts'
import type { StoredRow } from '../store/cache/storedRow.ts'
import { mutes, watches } from '../watch/keepCatches.ts'
import type { ListedSaved } from '../store/library/savedCopy.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { EngineParts } from './engineParts.ts'
import { picturePath } from './picturePath.ts'

/** Stored rows as lists show them: with the source's title, whether they are saved, and which rules caught them. */
export function shownRows(rows: readonly StoredRow[], { store }: Pick<EngineParts, 'store'>): ArticleRow[] {
  const sources = new Map(store.sources.list().map((source) => [source.id, source]))
  const saved = store.saved.isSaved(rows.map((row) => row.id))
  const caught = rulesOf(
    rows.map((row) => row.id),
    { store },
  )
  return rows.map((row) => ({ ...shownRow(row, sources.get(row.sourceId), saved.has(row.id)), caughtBy: caught.get(row.id) ?? [] }))
}

/** The rules that watch or mute each of these articles; those that do neither are not worth a word. */
function rulesOf(ids: readonly string[], { store }: Pick<EngineParts, 'store'>): Map<string, CaughtBy[]> {
  const rules = store.rules.list().filter((rule) => watches(rule) || mutes(rule))
  if (rules.length === 0) return new Map()
  const told = rules.map((rule) => ({ ruleId: rule.id, name: rule.name, isMuting: mutes(rule) }))
  const caught = [...store.catches.of(ids)]
  return new Map(caught.map(([id, ruleIds]) => [id, told.filter((rule) => ruleIds.includes(rule.ruleId))]))
}

/** Pictures that a person does not want of a source are not waited for. */
export function reasonShown(reason: MissingReason, source: Pick<KeptSource, 'keepsPictures'> | null | undefined): MissingReason {
  return source?.keepsPictures === false && reason.startsWith('pictures-') ? 'pictures-off' : reason
}

function shownRow(row: StoredRow, source: KeptSource | undefined, isSaved: boolean): Omit<ArticleRow, 'caughtBy'> {
  const sourceTitle = source?.title ?? ''
  const { id, sourceId, category, title, url, author, publishedAt, listedAt, firstSeenAt, isRead, offline, excerpt } = row
  const thumbnail = row.thumbnailHash === null ? null : picturePath(row.thumbnailHash)
  return {
    id,
    sourceId,
    sourceTitle,
    category,
    title,
    url,
    author,
    publishedAt,
    listedAt,
    firstSeenAt,
    isRead,
    isSaved,
    offline,
    missing: row.missing === null ? null : reasonShown(row.missing, source),
    excerpt,
    thumbnail,
  }
}

/** Saved items as lists show articles. They are ready to be read offline where their copy is whole, whatever became of the cache. */
export function savedRows(copies: readonly ListedSaved[], { store }: Pick<EngineParts, 'store'>): ArticleRow[] {
  const ids = copies.map((copy) => copy.id)
  const cached = new Map(store.articles.rows(ids).map((row) => [row.id, row]))
  const read = store.articles.readAmong(ids)
  const caught = rulesOf(ids, { store })
  return copies.map((copy) => {
    const row = cached.get(copy.id)
    const { id, sourceId, sourceTitle, category, title, url, author, publishedAt, firstSeenAt, excerpt } = copy
    const hash = copy.thumbnailHash ?? row?.thumbnailHash ?? null
    const thumbnail = hash === null ? null : picturePath(hash)
    const listedAt = row?.listedAt ?? publishedAt ?? firstSeenAt
    return {
      id,
      sourceId,
      sourceTitle,
      category,
      title,
      url,
      author,
      publishedAt,
      listedAt,
      firstSeenAt,
      isRead: read.has(id),
      isSaved: true,
      offline: copy.lacksText || copy.missingPictures > 0 ? (row?.offline ?? 'partial') : 'ready',
      missing: missingOf(copy, row?.missing ?? null),
      excerpt,
      thumbnail,
      caughtBy: caught.get(id) ?? [],
    }
  })
}

/** What a saved copy lacks of itself; of its pictures the cache may say more. */
function missingOf({ lacksText, missingPictures }: ListedSaved, inCache: MissingReason | null): MissingReason | null {
  if (lacksText) return 'text-waiting'
  return missingPictures > 0 ? (inCache ?? 'pictures-waiting') : null
}
