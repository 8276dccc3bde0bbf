import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Engine } from '../../../shared/engine.ts'

/** The feeds are on loopback and not asked by the schedule: the bench asks. */
export async function importFeeds(engine: Engine, ports: readonly number[]): Promise<void> {
  await engine.call('reportCondition', { condition: 'asleep' })
  const lines = ports.map((port, feed) => `<outline type="rss" text="Feed ${feed}" xmlUrl="http://127.0.0.1:${port}/feed.xml"/>`)
  const answer = await engine.call('importOpml', { opml: `<opml version="2.0"><body>${lines.join('')}</body></opml>` })
  if (!answer.ok || answer.value.added !== ports.length) throw new Error('the feeds could not be imported')
}

/** Starts a process of its own from a file of this folder. */
export function startHelper(file: string, args: readonly string[]): ChildProcess {
  return fork(new URL(file, import.meta.url), args, { serialization: 'json' })
}

/** The next thing that such a process says. */
export async function message<Message>(child: ChildProcess): Promise<Message> {
  const [said] = (await once(child, 'message')) as [Message]
  return said
}
