import { setImmediate } from 'node:timers/promises'
import { openStore, storeFailure } from '../../../electron/engine/store/store.ts'
import type { Store } from '../../../electron/engine/store/store.ts'
import type { EpochMs } from '../../../shared/time.ts'
import { EVERYTHING, NOON, savedCopyOf } from './news.ts'

/** A process of its own for the tests of `openStore`: it opens a profile, does a task and stays until it is killed. */

const [task = '', profile = ''] = process.argv.slice(2)
const opened = openStore({ profile, now: () => NOON })

if (!opened.ok) process.send?.(opened.failure.kind)
else if (task === 'own') process.send?.('opened')
else if (task === 'read') process.send?.(told(opened.value))
else void saveForEver(opened.value)
setInterval(() => {}, 1000)

function told(store: Store): unknown {
  const { rows } = store.articles.page({ scope: EVERYTHING, order: 'newest', limit: 9, after: null })
  return {
    isReadOnly: store.isReadOnly,
    notices: store.notices.map((notice) => notice.what),
    titles: rows.map((row) => row.title),
    saved: store.saved.ids(),
    problems: store.check(),
    refused: refused(store),
  }
}

function refused(store: Store): unknown {
  try {
    store.saved.save(savedCopyOf('two'))
    return 'nothing'
  } catch (error) {
    return storeFailure(error)
  }
}

/** Tells every id once both databases have it. */
async function saveForEver(store: Store): Promise<void> {
  for (let count = store.saved.ids().length; ; count += 1) {
    const copy = savedCopyOf(`${count}`)
    store.saved.save(copy)
    store.articles.markRead([copy.id], true, count as EpochMs)
    process.send?.(copy.id)
    await setImmediate()
  }
}
