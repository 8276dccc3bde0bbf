const DEEPEST = 32
const FIXED = 4

/** Counts down what a value may still hold. */
interface Room {
  left: number
}

/**
 * Whether a value is plain JSON of at most `largest` bytes: no cycles, accessors, class instances, NaN or BigInt, and no `__proto__`.
 * Stops looking as soon as it is too large. `undefined` in an object counts as left out.
 */
export function isPlainJson(value: unknown, largest: number): boolean {
  return fits(value, { left: largest }, 0)
}

function fits(value: unknown, room: Room, depth: number): boolean {
  if (depth > DEEPEST) return false
  switch (typeof value) {
    case 'string':
      return take(room, value.length) && take(room, escapedBytes(value) - value.length)
    case 'number':
      return Number.isFinite(value) && take(room, FIXED)
    case 'boolean':
    case 'undefined':
      return take(room, FIXED)
    case 'object':
      return value === null ? take(room, FIXED) : fitsInside(value, room, depth)
    default:
      return false
  }
}

function fitsInside(value: object, room: Room, depth: number): boolean {
  if (Array.isArray(value) && !take(room, value.length)) return false
  if (Array.isArray(value)) return holdsOnlyValues(value) && value.every((each) => fits(each, room, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return false
  if (!take(room, 2) || Object.getOwnPropertySymbols(value).length > 0) return false
  return Object.entries(Object.getOwnPropertyDescriptors(value)).every(
    ([key, property]) => key !== '__proto__' && 'value' in property && fits(key, room, depth) && fits(property.value, room, depth + 1),
  )
}

// A getter would run code of the caller's here, and may say something else each time.
function holdsOnlyValues(list: readonly unknown[]): boolean {
  return Object.values(Object.getOwnPropertyDescriptors(list)).every((property) => 'value' in property)
}

function escapedBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text))
}

function take(room: Room, bytes: number): boolean {
  room.left -= bytes
  return room.left >= 0
}
