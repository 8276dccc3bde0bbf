import type { ArticleRow } from '../../shared/contract/article.ts'

/** The articles of a month by this computer's clock; `month` is its first moment. */
export type MonthGroup = { readonly month: number; readonly rows: readonly ArticleRow[] }

/** Rows by months, in their own order. A month that comes again later is a group of its own. */
export function monthGroups(rows: readonly ArticleRow[]): readonly MonthGroup[] {
  const groups: { month: number; rows: ArticleRow[] }[] = []
  for (const row of rows) {
    const month = startOfMonth(row.listedAt)
    const last = groups.at(-1)
    if (last?.month === month) last.rows.push(row)
    else groups.push({ month, rows: [row] })
  }
  return groups
}

function startOfMonth(at: number): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), 1).getTime()
}
