import { setImmediate } from 'node:timers/promises'
import { savedOf } from '../library/savedOf.ts'
import { inTransaction, makeSoleFile, openDatabase } from '../profile/database.ts'
import { safeCopy } from './safeCopy.ts'

/** So many texts are looked at before others have their turn. */
const AT_ONCE = 20

/** Makes the saved items of a library that came from elsewhere safe once more, beside other work: see {@link safeCopy}. */
export async function makeSavedSafe(file: string, signal: AbortSignal): Promise<void> {
  const library = openDatabase(file, { isDurable: true, isReadOnly: false })
  try {
    const saved = savedOf(library, (work) => inTransaction(library, work))
    for (const [index, id] of saved.ids().entries()) {
      if (index % AT_ONCE === 0) await setImmediate()
      if (signal.aborted) return
      const copy = saved.get(id)
      const safe = copy && safeCopy(copy)
      if (safe !== null && safe !== copy) saved.save(safe)
    }
  } finally {
    library.close()
  }
  makeSoleFile(file)
}
