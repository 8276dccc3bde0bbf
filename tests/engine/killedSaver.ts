import { once } from 'node:events'
import { createEngine } from '../../electron/engine/engine.ts'

/**
 * An engine that saves and unsaves until it is killed. Of each it says on a line of its own what it is about to ask for,
 * and `done` once the engine has acknowledged it.
 */
const profile = process.argv[2] ?? ''
// Loaded already, and started when the one before is dead.
await once(process.stdin, 'data')
const made = await createEngine({ profile, version: '0.0.0', mayUsePrivate: true, isScheduled: false })
if (!made.ok) throw new Error(made.failure.kind)
const engine = made.value
const listed = await engine.call('listArticles', { scope: {}, limit: 50 })
const ids = listed.ok ? listed.value.articles.map((row) => row.id) : []
process.stdout.write('ready\n')

for (let turn = 0; ; turn += 1) {
  const id = ids[Math.floor(Math.random() * ids.length)] ?? ''
  await (Math.random() < 0.5 ? save(id, `${process.pid}-${turn}`) : unsave(id))
}

async function save(id: string, note: string): Promise<void> {
  process.stdout.write(`save ${id} ${note}\n`)
  const answer = await engine.call('saveArticle', { id, note, tags: [note] })
  if (answer.ok) process.stdout.write('done\n')
}

async function unsave(id: string): Promise<void> {
  process.stdout.write(`unsave ${id}\n`)
  const answer = await engine.call('unsaveArticle', { id })
  if (answer.ok) process.stdout.write('done\n')
}
