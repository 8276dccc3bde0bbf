import type { EpochMs } from '../../shared/time.ts'
import { useSettings } from './settings.ts'
import { useNow } from './useNow.ts'

/** Until when the polling rests; null where it does not, or not any more. */
export function usePausedUntil(): EpochMs | null {
  const { pausedUntil } = useSettings()
  const now = useNow()
  return pausedUntil !== null && pausedUntil > now ? pausedUntil : null
}
