import type { WeekCount } from '../../shared/contract/company.ts'

/** A week as it is drawn: heights from 0 to 1, its own articles above the line and the mentions below. */
export type WeekBar = { readonly week: WeekCount; readonly up: number; readonly down: number }

/** The chart: its bars, how much of its height stands above the line, and the most articles of any kind in a week. */
export type WeekBars = { readonly bars: readonly WeekBar[]; readonly above: number; readonly most: number }

const FEWEST_WEEKS = 13

/** The weeks from the first in which there was something, a quarter of a year at least. Both kinds are drawn to one scale. */
export function weekBars(weeks: readonly WeekCount[]): WeekBars {
  const first = weeks.findIndex(({ own, mentions }) => own + mentions > 0)
  const shown = first === -1 ? [] : weeks.slice(Math.max(0, Math.min(first, weeks.length - FEWEST_WEEKS)))
  const up = largest(shown.map(({ own }) => own))
  const down = largest(shown.map(({ mentions }) => mentions))
  const whole = Math.max(1, up + down)
  const bars = shown.map((week) => ({ week, up: week.own / whole, down: week.mentions / whole }))
  return { bars, above: up / whole, most: Math.max(up, down) }
}

function largest(counts: readonly number[]): number {
  return counts.reduce((one, other) => Math.max(one, other), 0)
}
