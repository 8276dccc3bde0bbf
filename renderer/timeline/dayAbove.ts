import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import type { TimelineItem } from './dayGroups.ts'

/** The place of the day's name that a line stands under, or -1. */
export function dayAbove(items: readonly TimelineItem[], index: number): number {
  for (let at = index; at >= 0; at -= 1) if (items[at]?.kind === 'day') return at
  return -1
}

/** The lines to draw: those in sight with a few around them, and the name of the day that the first of them stands under. */
export function withDayAbove(items: readonly TimelineItem[], range: Range): number[] {
  const day = dayAbove(items, range.startIndex)
  const drawn = defaultRangeExtractor(range)
  return day === -1 || drawn.includes(day) ? drawn : [day, ...drawn]
}
