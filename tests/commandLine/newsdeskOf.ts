import { readArguments } from '../../electron/commandLine/readArguments.ts'
import { runCommand } from '../../electron/commandLine/runCommand.ts'
import type { Engine } from '../../shared/engine.ts'
import { ok } from '../../shared/result.ts'
import type { NewsEngine } from '../fixtures/newsEngine.ts'

/** How a command ended, and what it said: to people, and as its document. */
export interface Ended<Document> {
  readonly code: number
  readonly err: string
  readonly document: Document
}

/** Runs a command with `--json` over an engine that stays open. */
export async function newsdeskOf<Document = Record<string, unknown>>(news: NewsEngine, typed: readonly string[]): Promise<Ended<Document>> {
  let [out, err] = ['', '']
  const line = readArguments([...typed, '--json', '--profile', news.profile])
  if ('mistake' in line) throw new Error(line.mistake)
  const streams = { out: (text: string) => void (out += text), err: { write: (text: string) => (err += text) } as never }
  const engine: Engine = {
    call: (request, input) => news.engine.call(request, input),
    subscribe: (listener) => news.engine.subscribe(listener),
    close: async () => undefined,
  }
  const code = await runCommand(line, async () => ok(engine), streams)
  return { code, err, document: JSON.parse(out) as Document }
}
