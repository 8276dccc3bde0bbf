/** How long work is followed and stopped. `done` and `total` are bytes. */
export interface LongWork {
  readonly progress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Counts bytes on their way and tells of them. */
export function countingBytes(total: number, { progress }: Pick<LongWork, 'progress'>): (bytes: number) => void {
  let done = 0
  return (bytes) => {
    done += bytes
    progress(Math.min(done, total), total)
  }
}
