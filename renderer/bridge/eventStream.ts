import { everythingMayHaveChanged } from '../../shared/contract/everythingMayHaveChanged.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { SECOND } from '../../shared/time.ts'
import type { Post } from './post.ts'

const FIRST_WAIT = SECOND
const LONGEST_WAIT = 15 * SECOND

/** Follows the host's events, one JSON document a line, and joins again when the stream ends, until the session has died. */
export function followEvents(post: Post, tell: (event: EngineEvent) => void): void {
  void follow(post, tell)
}

async function follow(post: Post, tell: (event: EngineEvent) => void): Promise<void> {
  let wait: number = FIRST_WAIT
  for (let round = 0; ; round += 1) {
    const outcome = await readStream(post, tell, () => {
      wait = FIRST_WAIT
      // The stream was cut: any event may have been missed.
      if (round > 0) everythingMayHaveChanged.forEach(tell)
    })
    if (outcome === 'refused') return
    await new Promise((resume) => setTimeout(resume, wait))
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }
}

async function readStream(post: Post, tell: (event: EngineEvent) => void, onJoined: () => void): Promise<'cut' | 'refused'> {
  try {
    const response = await post('/api/events', {})
    if (response.status === 401) return 'refused'
    if (!response.ok || response.body === null) return 'cut'
    onJoined()
    const lines = lineSplitter((line) => tell(JSON.parse(line) as EngineEvent))
    for await (const piece of chunks(response.body.pipeThrough(new TextDecoderStream()))) lines(piece)
  } catch {
    return 'cut'
  }
  return 'cut'
}

// Safari has no async iteration of streams yet.
async function* chunks(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

/** Calls back with every whole line of what it is fed, piece by piece; empty lines, which keep a connection alive, are left out. */
export function lineSplitter(onLine: (line: string) => void): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') onLine(line)
  }
}
