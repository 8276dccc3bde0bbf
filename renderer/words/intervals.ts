import { DAY, HOUR, MINUTE, type DurationMs } from '../../shared/time.ts'
import type { Words } from './useWords.ts'

/** "Every 30 minutes", "Once a day". */
export function sayInterval(t: Words, interval: DurationMs): string {
  if (interval >= DAY) return t('interval.days', { count: Math.round(interval / DAY) })
  if (interval >= HOUR) return t('interval.hours', { count: Math.round(interval / HOUR) })
  return t('interval.minutes', { count: Math.round(interval / MINUTE) })
}
