const WIDTH = 24

/** The words for how far long work has come, as in `████░░░░ 31 of 120`. */
export function progressLine(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total}`
}

/** Draws progress on a terminal, over itself; does nothing where the stream is not one. */
export function progressBar(stream: NodeJS.WriteStream): { show: (done: number, total: number) => void; clear: () => void } {
  const isTerminal = stream.isTTY
  return {
    show: (done, total) => {
      if (isTerminal && total > 0) stream.write(`\r${progressLine(done, total)}\u001b[K`)
    },
    clear: () => {
      if (isTerminal) stream.write('\r\u001b[K')
    },
  }
}
