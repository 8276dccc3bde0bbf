/** Numbers below a bound that look like chance and are the same in each run. */
export type Chance = (below: number) => number

/** A source of such numbers. */
export function seeded(seed: number): Chance {
  let state = seed + 1
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** So many bytes that look like nothing. */
export function noiseOf(bytes: number, seed: number): Buffer {
  const chance = seeded(seed)
  return Buffer.from(Array.from({ length: bytes }, () => chance(256)))
}
