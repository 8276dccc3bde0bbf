import type { Source } from '../../shared/contract/source.ts'
import { isInTrouble } from '../state/sources.ts'

/** Sources as the health page shows them. */
export type ByHealth = { readonly troubled: readonly Source[]; readonly well: readonly Source[] }

const weight = { gone: 0, drifted: 1, failing: 2, never: 3, ok: 4 } as const

/** Trouble first, the gravest of it first and the longest-lasting of that; then the rest by title. */
export function byHealth(sources: readonly Source[], locale: string): ByHealth {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  const sorted = [...sources].sort(
    (one, other) =>
      weight[one.health.state] - weight[other.health.state] ||
      other.health.failuresInRow - one.health.failuresInRow ||
      compare(one.title, other.title),
  )
  return { troubled: sorted.filter(isInTrouble), well: sorted.filter((source) => !isInTrouble(source)) }
}
