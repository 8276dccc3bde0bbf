import { failureSentence } from '../../../shared/failureSentence.ts'
import type { Failure } from '../../../shared/failures.ts'
import { ok } from '../../../shared/result.ts'
import { exportOpml, importOpml } from '../exchange/subscriptions.ts'
import type { Answers, EngineParts } from './engineParts.ts'

/** Answers that move subscriptions in and out. */
export function exchangeAnswers(parts: EngineParts): Pick<Answers, 'importOpml' | 'exportOpml'> {
  const { store, tell } = parts
  return {
    importOpml: async ({ opml }) => {
      const read = await parts.workbench.run('readOpml', { bytes: new TextEncoder().encode(opml) })
      if (!read.ok) return read
      const { addedIds, already, skipped } = importOpml(read.value, store)
      if (addedIds.length > 0) tell({ name: 'sourcesChanged', body: { sourceIds: null } })
      parts.companies.soon()
      parts.refreshSoon()
      return ok({ added: addedIds.length, already, skipped: skipped.map(({ text, reason }) => skippedLine(text, reason)) })
    },
    exportOpml: () => ok({ opml: exportOpml(store) }),
  }
}

function skippedLine(url: string, sentence: string) {
  const failure: Failure = { kind: 'not-an-address', address: url }
  return { url, sentence, failure: { ...failure, sentence: failureSentence(failure) } }
}
