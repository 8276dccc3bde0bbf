import type { ServerResponse } from 'node:http'
import type { Gate } from '../gate/gate.ts'

const KEEP_ALIVE_MS = 20_000
const MOST_WAITING = 1024 * 1024
// A browser opens six connections to one host; tabs beyond this ask again later and leave some for their requests.
const MOST_STREAMS = 5

/** The open event streams of a host. */
export interface EventStreams {
  /** Sends the engine's events, a JSON document a line, until the reader goes; false when too many streams are open. */
  open(response: ServerResponse): boolean
  closeAll(): void
}

/**
 * Streams events from a gate. An empty line every 20 seconds keeps the connection alive.
 *
 * @param onCount called with the number of open streams each time that changes.
 */
export function createEventStreams(gate: Gate, onCount: (streams: number) => void): EventStreams {
  const open = new Set<ServerResponse>()
  return {
    open(response) {
      if (open.size >= MOST_STREAMS) return false
      open.add(response)
      onCount(open.size)
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' })
      response.write('\n')
      const unsubscribe = gate.subscribe((event) => writeLine(response, JSON.stringify(event)))
      const timer = setInterval(() => writeLine(response, ''), KEEP_ALIVE_MS)
      response.on('close', () => {
        open.delete(response)
        clearInterval(timer)
        unsubscribe()
        onCount(open.size)
      })
      return true
    },
    closeAll: () => open.forEach((response) => response.end()),
  }
}

// A reader that does not read is cut off, and asks for everything when it joins again.
function writeLine(response: ServerResponse, line: string): void {
  if (response.writableLength > MOST_WAITING) response.destroy()
  else response.write(`${line}\n`)
}
