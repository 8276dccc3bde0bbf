import type { ParsedEntry } from './parsedFeed.ts'

/**
 * The newest entries, in the order of the document. One without a date counts as old as the one before it,
 * since feeds run from new to old; at the top, as new (F15).
 */
export function newestEntries(entries: readonly ParsedEntry[], limit: number): readonly ParsedEntry[] {
  if (entries.length <= limit) return entries
  let last = Number.POSITIVE_INFINITY
  const aged = entries.map((entry, index) => {
    last = entry.publishedAt ?? entry.updatedAt ?? last
    return { index, at: last }
  })
  aged.sort((one, other) => (one.at === other.at ? one.index - other.index : other.at - one.at))
  const kept = new Set(aged.slice(0, limit).map(({ index }) => index))
  return entries.filter((_, index) => kept.has(index))
}
