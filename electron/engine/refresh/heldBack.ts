import type { Condition } from './schedule.ts'

/** Why pages and pictures wait: there is no network, or one that is paid by what it carries. */
export type HeldBackBy = 'offline' | 'metered'

/** What a {@link HeldBack} goes by. */
export interface HeldBackOptions {
  readonly isOffline: () => boolean
  /** Whether a person lets pages and pictures be fetched on a metered network. */
  readonly fetchesOnMetered: () => boolean
  /** Hears that what waited may come now. */
  readonly released: () => void
}

/** Holds pages and pictures back; feeds, which are small, are asked all the same on a metered network. */
export interface HeldBack {
  readonly by: () => HeldBackBy | null
  /** What the host knows; told after the schedule was. */
  readonly report: (condition: Condition) => void
  /** The setting changed. */
  readonly changed: () => void
}

/** Nothing is held back until a host says so. */
export function createHeldBack({ isOffline, fetchesOnMetered, released }: HeldBackOptions): HeldBack {
  let isMetered = false
  let before: HeldBackBy | null = null

  const by = (): HeldBackBy | null => (isOffline() ? 'offline' : isMetered && !fetchesOnMetered() ? 'metered' : null)

  function changed(): void {
    const now = by()
    if (before !== null && now === null) released()
    before = now
  }

  return {
    by,
    changed,
    report: (condition) => {
      if (condition === 'metered' || condition === 'unmetered') isMetered = condition === 'metered'
      changed()
    },
  }
}
