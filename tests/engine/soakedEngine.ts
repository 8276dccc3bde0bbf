import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createEngine } from '../../electron/engine/engine.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import { DAY, HOUR, type EpochMs } from '../../shared/time.ts'

/**
 * An engine that follows so many feeds for so many hours of a clock of its own, and says on a line of JSON for every sixth hour what it
 * takes of the computer. The publisher is told each hour.
 */
const [profile = '', publisher = '', feeds = '0', hours = '0'] = process.argv.slice(2)
/** Of pictures, as many as some thirteen hours bring. */
const BUDGET = Number(feeds) * 40 * 1024
let now = Date.now() as EpochMs
const faults: string[] = []
process.on('uncaughtException', (fault) => faults.push(`uncaught: ${String(fault)}`))

const made = await createEngine({
  profile,
  version: '0.0.0',
  mayUsePrivate: true,
  isScheduled: false,
  now: () => now,
  log: (during, fault) => faults.push(`${during}: ${String(fault)}`),
})
if (!made.ok) throw new Error(made.failure.kind)
const engine = made.value

async function ask<Name extends RequestName>(request: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
  const answer = await engine.call(request, input)
  if (!answer.ok) throw new Error(`${request}: ${answer.failure.sentence}`)
  return answer.value
}

await ask('changeSettings', { change: { pictureBudget: BUDGET, keepReadDays: 1, keepUnreadDays: 1, keepAtLeast: 10 } })
for (let feed = 0; feed < Number(feeds); feed += 1) await ask('addSource', { address: `${publisher}/feed/${feed}` })

for (let hour = 1; hour <= Number(hours); hour += 1) {
  now = (now + HOUR) as EpochMs
  await (await fetch(`${publisher}/hour/${hour}`)).text()
  await ask('refresh', { force: false })
  if ((hour * HOUR) % DAY === 0) await ask('applyRetention', {})
  if (hour % 6 === 0) process.stdout.write(`${JSON.stringify(await taken(hour))}\n`)
}
await engine.close()

async function taken(hour: number) {
  // What a refresh leaves to be done beside other work: pictures, the index.
  await new Promise((resolve) => void setTimeout(resolve, 1000))
  globalThis.gc?.()
  const { total } = await ask('listArticles', { scope: {}, limit: 1 })
  const pictures = sizeOf(join(profile, 'media'))
  const open = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0
  return { hour, memory: process.memoryUsage.rss(), open, articles: total, pictures, budget: BUDGET, faults }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
}
