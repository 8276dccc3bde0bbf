import { once } from 'node:events'
import { createEngine } from '../../electron/engine/engine.ts'

/**
 * An engine that works until it is killed: it refreshes without a pause, marks and saves what it finds,
 * and says each of these on its own line once the engine has acknowledged it.
 */
const profile = process.argv[2] ?? ''
// Loaded already, and started when the one before is dead.
await once(process.stdin, 'data')
const made = await createEngine({ profile, version: '0.0.0', mayUsePrivate: true, isScheduled: false })
if (!made.ok) throw new Error(made.failure.kind)
const engine = made.value
process.stdout.write('ready\n')

void refreshOnAndOn()
for (;;) {
  const listed = await engine.call('listArticles', { scope: { view: 'unread' }, limit: 20 })
  const ids = listed.ok ? listed.value.articles.map((row) => row.id) : []
  const [first] = ids
  if (first !== undefined && (await engine.call('saveArticle', { id: first, note: `note of ${first}` })).ok)
    process.stdout.write(`saved ${first}\n`)
  const marked = ids.slice(0, 3)
  if (marked.length > 0 && (await engine.call('markRead', { ids: marked })).ok) process.stdout.write(`read ${marked.join(' ')}\n`)
  await new Promise((resolve) => void setTimeout(resolve, 2))
}

async function refreshOnAndOn(): Promise<void> {
  for (;;) await engine.call('refresh', { force: true })
}
