/** Something kept as a line of JSON. Times are ISO 8601, for people and for other programs. */
export function lineOf(value: object): string {
  return JSON.stringify(value, (key, one: unknown) => (isTime(key) && typeof one === 'number' ? new Date(one).toISOString() : one))
}

/** What a line says; null where it is no object, as where the file is damaged. */
export function saidIn(line: string): Readonly<Record<string, unknown>> | null {
  const said = jsonOf(line)
  return typeof said === 'object' && said !== null ? (said as Readonly<Record<string, unknown>>) : null
}

/** The fields that a line says, and for those that it does not, or says wrongly, what is meant by that. */
export function fieldsOf<Fields extends object>(said: Readonly<Record<string, unknown>>, blank: Fields): Fields {
  const known = Object.entries(blank).map(([key, fallback]) => [key, fits(said[key], fallback) ? said[key] : fallback])
  return Object.fromEntries(known) as Fields
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line, (key, value: unknown) => (isTime(key) && typeof value === 'string' ? Date.parse(value) : value))
  } catch {
    return null
  }
}

function isTime(key: string): boolean {
  return /[a-z]At$/.test(key)
}

function fits(value: unknown, fallback: unknown): boolean {
  if (value === undefined) return false
  if (fallback === null) return value === null || typeof value === 'string' || Number.isSafeInteger(value)
  return typeof value === typeof fallback && Array.isArray(value) === Array.isArray(fallback) && value !== null
}
