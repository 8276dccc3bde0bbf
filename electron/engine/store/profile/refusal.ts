const CONSTRAINT = 19
const MISMATCH = 20

/** Does a write, and answers false where it is of something that the library cannot hold: JSON that is not what its line should be. */
export function isTaken(write: () => void): boolean {
  try {
    write()
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof TypeError) return true
  const code = error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null
  return code === CONSTRAINT || code === MISMATCH
}
