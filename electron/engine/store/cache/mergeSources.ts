import type { ListKey, PageBounds } from './listStatements.ts'

/** Asks one source for its next keys. */
export type AskSource<Source> = (source: Source, bounds: PageBounds) => ListKey[]

/** A source on its way through a merge: the keys it gave, and where to ask on, null when it has no more. */
interface Lane<Source> {
  readonly source: Source
  readonly keys: ListKey[]
  from: ListKey | null
}

const FEWEST_TO_ASK = 4

/**
 * The first keys of several sources' lists as one list. Each source is asked for a few; only those that still might hold a key before
 * the end of the page are asked again, so that a folder of hundreds costs little more than a look at each.
 */
export function mergeNewest<Source>(
  sources: readonly Source[],
  bounds: PageBounds,
  order: 'newest' | 'oldest',
  ask: AskSource<Source>,
): ListKey[] {
  const compare = order === 'newest' ? (a: ListKey, b: ListKey) => compareKeys(b, a) : compareKeys
  const step = Math.max(FEWEST_TO_ASK, Math.ceil((3 * bounds.limit) / Math.max(1, sources.length)))
  const lanes = sources.map((source) => openLane(source, bounds))
  for (let limit = step; ; limit *= 2) {
    const keys = lanes
      .flatMap((lane) => lane.keys)
      .sort(compare)
      .slice(0, bounds.limit)
    const last = keys.length === bounds.limit ? keys.at(-1) : undefined
    const unsure = lanes.filter(({ from }) => from !== null && (last === undefined || compare(from, last) < 0))
    if (unsure.length === 0) return keys
    for (const lane of unsure) askOn(lane, { ...bounds, limit }, ask)
  }
}

function openLane<Source>(source: Source, { at, row }: PageBounds): Lane<Source> {
  return { source, keys: [], from: { listed_at_ms: at, row } }
}

function askOn<Source>(lane: Lane<Source>, bounds: PageBounds, ask: AskSource<Source>): void {
  if (lane.from === null) return
  const more = ask(lane.source, { ...bounds, at: lane.from.listed_at_ms, row: lane.from.row })
  lane.keys.push(...more)
  lane.from = more.length < bounds.limit ? null : (more.at(-1) ?? null)
}

function compareKeys(a: ListKey, b: ListKey): number {
  return a.listed_at_ms - b.listed_at_ms || a.row - b.row
}
