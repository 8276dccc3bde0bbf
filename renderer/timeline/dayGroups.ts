import type { ArticleRow } from '../../shared/contract/article.ts'
import { DAY } from '../../shared/time.ts'

/** A line of the timeline: the name of a day, or an article. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly day: number }
  | { readonly kind: 'row'; readonly key: string; readonly row: ArticleRow }

/** The rows with the name of the day before each day's first. Days are those of this computer's clock. */
export function dayGroups(rows: readonly ArticleRow[]): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  let lastDay: number | null = null
  for (const row of rows) {
    const day = startOfDay(row.listedAt)
    if (day !== lastDay) items.push({ kind: 'day', key: `day-${day}`, day })
    lastDay = day
    items.push({ kind: 'row', key: row.id, row })
  }
  return items
}

/** What to call a day: today, yesterday, or by its name. */
export function dayKind(day: number, now: number): 'today' | 'yesterday' | 'other' {
  const today = startOfDay(now)
  if (day === today) return 'today'
  // Noon of the day before, so that a day of 23 or 25 hours changes nothing.
  return day === startOfDay(today - DAY / 2) ? 'yesterday' : 'other'
}

/** Midnight at which the day of a moment began. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
