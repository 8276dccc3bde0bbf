const BETWEEN_MS = 100

/** Tells progress at most ten times a second, and always its end. */
export function seldom(tell: (done: number, total: number) => void): (done: number, total: number) => void {
  let toldAt = -Infinity
  return (done, total) => {
    const at = performance.now()
    if (at - toldAt < BETWEEN_MS && done < total) return
    toldAt = at
    tell(done, total)
  }
}
