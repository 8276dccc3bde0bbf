import type { SourceFailure } from '../../../shared/failures.ts'
import { failed, ok, type Result } from '../../../shared/result.ts'
import { spoken } from '../../../shared/spoken.ts'
import { readAddress } from '../fetch/readAddress.ts'
import { candidateOf } from '../follow/candidates.ts'
import { follow, type FollowWishes } from '../follow/follow.ts'
import { lookAt, type LookedAt } from '../follow/lookAt.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { moveArticles } from './moveArticles.ts'
import { picturePath } from './picturePath.ts'
import { shownSourceOf } from './sourceAnswers.ts'
import { storingListener } from './tellStored.ts'

/** Answers about following something new. */
export function followAnswers(parts: EngineParts): Pick<Answers, 'previewAddress' | 'addSource' | 'addSample'> {
  return {
    previewAddress: async ({ address }) => {
      const looked = await lookAtTyped(address, parts)
      if (!looked.ok) return looked
      const tried = looked.value.tried.map(({ url, failure }) => ({
        url,
        failure: failure === null ? null : spoken(failure),
      }))
      const candidates = await Promise.all(
        looked.value.found.slice(0, MOST_CANDIDATES).map((found) => candidateOf(found, parts, picturePath)),
      )
      return ok({ candidates, tried })
    },

    addSource: async ({ address, list, ...wishes }) => {
      const added = await addAddress(address, { ...wishes, list }, parts)
      if (!added.ok) return added
      const { kept, already, found } = added.value
      const source = shownSourceOf(kept.id, parts)
      return source === null ? failed({ kind: 'not-found', what: 'source' }) : ok({ source, found, already })
    },

    addSample: async () => {
      const added = await Promise.all(
        parts.sampleSources.map(({ address, ...wishes }) => addAddress(address, { ...wishes, title: undefined, list: undefined }, parts)),
      )
      const sources = added.flatMap((one) => (one.ok ? [shownSourceOf(one.value.kept.id, parts)] : []))
      return ok({ sources: sources.filter((source) => source !== null) })
    },
  }
}

interface Added {
  readonly kept: KeptSource
  readonly already: boolean
  readonly found: number
}

/** How many ways to follow an address a person is shown. */
const MOST_CANDIDATES = 6

async function addAddress(
  typed: string,
  { list, ...wishes }: FollowWishes & { readonly list?: string | undefined },
  parts: EngineParts,
): Promise<Result<Added, SourceFailure>> {
  const address = readAddress(typed)
  if (!address.ok) return address
  const known = parts.store.sources.byUrl(address.value)
  if (known !== null) return ok({ kept: known, already: true, found: 0 })
  const looked = await lookAtTyped(typed, parts)
  if (!looked.ok) return looked
  const best = looked.value.found.find((one) => list === undefined || one.list === list) ?? looked.value.found[0]
  if (best === undefined) return failed({ kind: 'not-news', contentType: null })
  const followed = parts.store.sources.byUrl(best.url)
  if (followed !== null) return ok({ kept: followed, already: true, found: best.drafts.length })
  const { source: kept, stored } = await follow(
    best,
    wishes,
    parts,
    storingListener({ ...parts, caughtUp: () => parts.watcher.caughtUp() }),
  )
  await moveArticles(kept.id, kept.category, parts)
  parts.companies.join(kept.id)
  parts.refresher.complete(stored)
  parts.companies.soon()
  parts.tell({ name: 'sourcesChanged', body: { sourceIds: [kept.id] } })
  return ok({ kept, already: false, found: stored.outcome.added.length })
}

async function lookAtTyped(typed: string, parts: EngineParts): Promise<Result<LookedAt, SourceFailure>> {
  const address = readAddress(typed)
  return address.ok ? lookAt(address.value, parts) : address
}
