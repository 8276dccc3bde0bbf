import type { MissingPart, MissingReason, ReadyReport, ReadyState } from '../../../shared/contract/missing.ts'
import { fetchPages } from '../refresh/fetchPages.ts'
import { keepPictures, picturesOf, type AskedFor } from '../refresh/keepPictures.ts'
import type { RefreshParts } from '../refresh/refreshParts.ts'
import type { WantedPage } from '../refresh/takeIn.ts'
import type { PictureTrouble } from '../store/cache/pictures.ts'

/** How many sources are seen to at once. */
const SOURCES_AT_ONCE = 6
/** What a person's request asks for once more. What was let go would only push out something else. */
const ASKED_AGAIN: readonly PictureTrouble[] = ['refused', 'unreachable', 'large', 'other', 'damaged', 'over-budget']

/** Hears how a run goes. */
export interface ReadyListener {
  readonly progress: (state: ReadyState) => void
  /** The pages and pictures of these articles came. */
  readonly completed: (ids: readonly string[]) => Promise<void> | void
}

/** Gets everything ready that is not, on a person's request. */
export interface ReadyRun {
  /** Joins a run under way. */
  readonly run: () => Promise<ReadyReport>
  readonly stop: () => void
  readonly state: () => ReadyState
}

const AT_REST: ReadyState = { isRunning: false, done: 0, total: 0 }

/** What one run knows. */
interface Run {
  readonly seen: Set<string>
  readonly asked: AskedFor
}

/** Makes a run that is at rest. */
export function createReadyRun(parts: RefreshParts, listener: ReadyListener): ReadyRun {
  let running: Promise<ReadyReport> | null = null
  let isStopped = false
  let state = AT_REST

  function tell(next: ReadyState): void {
    state = next
    listener.progress(next)
  }

  async function run(): Promise<ReadyReport> {
    isStopped = false
    const waiting = unfinishedBySource(parts)
    const all = [...waiting.values()].flat()
    const seen = new Set<string>()
    const seenTo = (ids: readonly string[]): void => {
      for (const id of ids) seen.add(id)
      tell({ isRunning: true, done: seen.size, total: all.length })
    }
    seenTo([])
    const asked: AskedFor = { seenTo, isStopped: () => isStopped }
    await inTurns([...waiting.values()], (ids) => seeTo(ids, { seen, asked }, parts, listener))
    return reportOn(all, isStopped, parts)
  }

  return {
    run: () =>
      (running ??= run().finally(() => {
        running = null
        tell(AT_REST)
      })),
    stop: () => {
      isStopped = true
    },
    state: () => state,
  }
}

async function seeTo(ids: readonly string[], { seen, asked }: Run, parts: RefreshParts, listener: ReadyListener): Promise<void> {
  const { articles, pictures } = parts.store
  articles.wantPagesAgain(ids)
  for (const id of ids) pictures.forgetTroubles(picturesOf(id, parts), ASKED_AGAIN)
  // An article is seen to when its pictures are, which may be known only when its page has come.
  const seenToPage = async ([id = '']: readonly string[]): Promise<void> => {
    await keepPictures([id], parts, { ...asked, seenTo: () => undefined })
    await listener.completed([id])
    await asked.seenTo([id])
  }
  await fetchPages(wantedPages(ids, parts), parts, { ...asked, seenTo: seenToPage })
  const rest = ids.filter((id) => !seen.has(id))
  await listener.completed(await keepPictures(rest, parts, asked))
  if (!asked.isStopped() && !parts.stop.aborted) await asked.seenTo(ids)
}

function unfinishedBySource({ store }: RefreshParts): Map<string, string[]> {
  const sources = store.sources.list().map((source) => [source.id, store.articles.unfinished(source.id)] as const)
  return new Map(sources.filter(([, ids]) => ids.length > 0))
}

function wantedPages(ids: readonly string[], { store }: RefreshParts): WantedPage[] {
  return ids.flatMap((id) => {
    const content = store.articles.getContent(id)
    return content !== null && content.wantsPage && content.url !== null ? [{ id, url: content.url }] : []
  })
}

function reportOn(ids: readonly string[], wasStopped: boolean, { store }: RefreshParts): ReadyReport {
  const rows = store.articles.rows(ids)
  const left = rows.filter((row) => row.offline !== 'ready')
  return { became: rows.length - left.length, left: left.length, why: counted(left.flatMap((row) => row.missing ?? [])), wasStopped }
}

/** Each reason once, with how often it stands there, the most frequent first. */
export function counted(reasons: readonly MissingReason[]): MissingPart[] {
  const counts = new Map<MissingReason, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((one, other) => other.count - one.count)
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: SOURCES_AT_ONCE }, worker))
}
