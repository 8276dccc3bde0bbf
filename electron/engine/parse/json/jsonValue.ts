/** Anything that JSON can say. Fields are read one by one, by name, so that a wrong type costs one field (F19, F22). */
export type JsonValue = unknown

/** A field of an object; undefined where the value is no object or has no such field of its own. */
export function field(value: JsonValue, name: string): JsonValue {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

/** A text, or a number as text, trimmed; null where it is neither or empty. */
export function textField(value: JsonValue, name: string): string | null {
  const said = field(value, name)
  if (typeof said === 'number' && Number.isFinite(said)) return String(said)
  return typeof said === 'string' ? said.trim() || null : null
}

/** A list; empty where it is none. */
export function listField(value: JsonValue, name: string): readonly JsonValue[] {
  const said = field(value, name)
  return Array.isArray(said) ? said : []
}
