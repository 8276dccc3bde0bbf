/**
 * The same document with every time in ISO 8601 UTC: the numbers of keys that end in `At`.
 * The contract counts milliseconds; people and scripts read dates.
 */
export function withIsoTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoTimes)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, isTime(key, inner) ? isoOf(inner) : withIsoTimes(inner)]))
}

function isTime(key: string, value: unknown): value is number {
  return typeof value === 'number' && /[a-z]At$/.test(key)
}

function isoOf(at: number): string {
  return new Date(at).toISOString()
}
