import type { Source, SourceHealth } from '../../../shared/contract/source.ts'
import { failureSentence } from '../../../shared/failureSentence.ts'
import { failed, ok } from '../../../shared/result.ts'
import type { SourceCounts } from '../store/cache/cachedSources.ts'
import type { ScheduleState } from '../store/cache/schedule.ts'
import type { KeptSource } from '../store/library/sources.ts'
import type { Answers, EngineParts } from './engineParts.ts'
import { moveArticles, purgeArticles } from './moveArticles.ts'
import { rescheduleAgain } from './rescheduleAgain.ts'

const NO_COUNTS = { total: 0, unread: 0 }

/** Sources as they are shown, with their counts and health. */
export function shownSources({ store }: Pick<EngineParts, 'store'>): Source[] {
  const counts = new Map(store.articles.counts().map((one) => [one.sourceId, one]))
  const states = store.schedule.all()
  return store.sources.list().map((source) => shownSource(source, counts.get(source.id), states.get(source.id)))
}

/** One source as it is shown; it must be followed. */
export function shownSourceOf(id: string, parts: Pick<EngineParts, 'store'>): Source | null {
  const source = parts.store.sources.get(id)
  if (source === null) return null
  return shownSource(
    source,
    parts.store.articles.counts().find((one) => one.sourceId === id),
    parts.store.schedule.get(id),
  )
}

/** Answers about what is followed. */
export function sourceAnswers(parts: EngineParts): Pick<Answers, 'listSources' | 'changeSource' | 'removeSource'> {
  const { store, tell, undo } = parts
  return {
    listSources: () => ok({ sources: shownSources(parts) }),

    changeSource: async ({ id, ...change }) => {
      if (store.sources.change(id, change) === null) return failed({ kind: 'not-found', what: 'source' })
      if (change.category !== undefined) {
        await moveArticles(id, change.category, parts)
        parts.companies.join(id)
        parts.companies.soon()
      }
      if (change.checkEvery !== undefined) rescheduleAgain([id], parts)
      if (change.keepsPictures !== undefined) tellPictures(id, change.keepsPictures, parts)
      tell({ name: 'sourcesChanged', body: { sourceIds: [id] } })
      const source = shownSourceOf(id, parts)
      return source === null ? failed({ kind: 'not-found', what: 'source' }) : ok({ source })
    },

    removeSource: ({ id }) => {
      if (!store.sources.remove(id)) return failed({ kind: 'not-found', what: 'source' })
      const takeBack = (): void => {
        store.sources.restore(id)
        tellSourceGone(id, parts)
      }
      const token = undo.keep({ takeBack, finish: () => purgeArticles(id, parts) })
      tellSourceGone(id, parts)
      return ok({ removed: true, undo: token })
    },
  }
}

/** From now on: what its articles miss is fetched at once, or counts as left out by choice. Pictures that are stored stay. */
function tellPictures(sourceId: string, keepsPictures: boolean, { refresher, tell }: EngineParts): void {
  if (keepsPictures) refresher.complete({ outcome: { sourceId, added: [], updated: [], failure: null }, wantPage: [] })
  tell({ name: 'articlesChanged', body: { articleIds: null } })
}

function tellSourceGone(id: string, { tell, companies }: EngineParts): void {
  companies.soon()
  tell({ name: 'sourcesChanged', body: { sourceIds: [id] } })
  tell({ name: 'articlesArrived', body: { sourceIds: [id] } })
}

function shownSource(source: KeptSource, counts: SourceCounts | undefined, state: ScheduleState | undefined): Source {
  const { removedAt: _removedAt, recipe: _recipe, ...kept } = source
  const { total, unread } = counts ?? NO_COUNTS
  return { ...kept, total, unread, health: healthOf(state) }
}

const neverChecked: SourceHealth = {
  state: 'never',
  sentence: 'Not checked yet.',
  failure: null,
  failuresInRow: 0,
  lastSuccessAt: null,
  lastCheckedAt: null,
  nextCheckAt: null,
}

function healthOf(state: ScheduleState | undefined): SourceHealth {
  if (state === undefined || state.lastCheckedAt === null) return neverChecked
  const { failure, failuresInRow, lastSuccessAt, lastCheckedAt, nextCheckAt } = state
  const healthState = stateOf(failure, failuresInRow)
  const sentence = failure === null ? 'Working.' : healthState === 'drifted' ? DRIFTED : failureSentence(failure)
  const words = failure === null ? null : { ...failure, sentence }
  return { state: healthState, sentence, failure: words, failuresInRow, lastSuccessAt, lastCheckedAt, nextCheckAt }
}

/** A newsroom whose list was looked for in vain this often has drifted away from what was learnt. */
const DRIFTED_AFTER = 3
const DRIFTED = 'The list of news has not been found on this page for some time: the site was probably rebuilt. Its articles are kept.'

function stateOf(failure: ScheduleState['failure'], failuresInRow: number): SourceHealth['state'] {
  if (failure === null) return 'ok'
  if (failure.kind === 'gone') return 'gone'
  return failure.kind === 'no-list' && failuresInRow >= DRIFTED_AFTER ? 'drifted' : 'failing'
}
