import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { closesAfterEach, newServer, openEngine } from '../fixtures/newsEngine.ts'
import { entries, rss } from '../fixtures/newsServer.ts'

closesAfterEach()

const ACKNOWLEDGED = 20
const SAVER = fileURLToPath(new URL('./killedSaver.ts', import.meta.url))
const canTrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0
if (!canTrace) process.stderr.write('\nThe test of what stands on the disk before an answer is SKIPPED: strace cannot be used here.\n\n')

describe.skipIf(!canTrace)('saveArticle', () => {
  it(`D04: has the library synced to the disk before it answers, ${ACKNOWLEDGED} times of ${ACKNOWLEDGED}`, async () => {
    const server = await newServer()
    server.route('/feed.xml', rss('Harbour News', entries(0, 3)))
    const news = await openEngine()
    await news.ask('addSource', { address: `${server.url}/feed.xml` })
    await news.close()
    const synced = (await tracedSaver(news.profile)).map((calls) =>
      calls.some((call) => /^f(?:data)?sync\(.*\/library\.sqlite-wal>/.test(call)),
    )
    expect(synced.slice(0, ACKNOWLEDGED)).toEqual(Array.from({ length: ACKNOWLEDGED }, () => true))
  })
})

/** Has an engine save and unsave, and answers the calls to the system between the wish for each save and its answer. */
async function tracedSaver(profile: string): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-trace-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'calls')
  const watch = ['-f', '-y', '-s', '80', '-e', 'trace=write,fsync,fdatasync', '-o', file]
  const traced = spawn('strace', [...watch, process.execPath, SAVER, profile], { stdio: ['pipe', 'pipe', 'inherit'] })
  traced.stdin.write('\n')
  let [answered, saver] = [0, 0]
  let isSaving = false
  for await (const line of createInterface(traced.stdout)) {
    const saving = /^save \S+ (\d+)-/.exec(line)
    saver = Number(saving?.[1] ?? saver)
    if (line === 'done' && isSaving) answered += 1
    isSaving = saving !== null
    // Its number stands in its notes; the tracer alone would leave it at work.
    if (answered > ACKNOWLEDGED && saver > 0) process.kill(saver, 'SIGKILL')
  }
  return callsBefore(readFileSync(file, 'utf8').split('\n'))
}

/** Of each save that was answered; to give up what was not saved changes nothing. */
function callsBefore(trace: readonly string[]): string[][] {
  const all: string[][] = []
  let since: string[] | null = null
  for (const line of trace) {
    if (/ write\(1<.*"save /.test(line)) since = []
    else if (/ write\(1<.*"(?:done|unsave )/.test(line)) {
      if (since !== null) all.push(since)
      since = null
    } else since?.push(line.replace(/^\d+\s+/, ''))
  }
  return all
}
