import { performance } from 'node:perf_hooks'
import type { SearchHit } from '../../../shared/contract/article.ts'
import { ok } from '../../../shared/result.ts'
import { parseQuery } from '../store/store.ts'
import { shownRows } from './articleRows.ts'
import type { Answers, EngineParts } from './engineParts.ts'

/** The answer to a search: articles of the cache, and saved items that the cache has no more. */
export function searchAnswers(parts: EngineParts): Pick<Answers, 'search'> {
  return {
    search: ({ query, limit }) => {
      const startedAt = performance.now()
      const { hits, total, isTotalExact } = parts.store.search.search(parseQuery(query), limit)
      const rows = shownRows(
        hits.map((hit) => hit.row),
        parts,
      )
      const articles = hits.flatMap(({ sourceTitle, snippet, titleMarks }, place): SearchHit[] => {
        const row = rows[place]
        return row === undefined ? [] : [{ ...row, sourceTitle: sourceTitle ?? row.sourceTitle, snippet, titleMarks }]
      })
      return ok({ articles, total, isTotalExact, tookMs: performance.now() - startedAt })
    },
  }
}
