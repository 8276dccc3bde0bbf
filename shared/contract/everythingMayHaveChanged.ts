import type { EngineEvent } from './events.ts'

/** What a screen must ask again after the engine was away or opened another library: everything. */
export const everythingMayHaveChanged: readonly EngineEvent[] = [
  { name: 'sourcesChanged', body: { sourceIds: null } },
  { name: 'articlesArrived', body: { sourceIds: null } },
  { name: 'articlesChanged', body: { articleIds: null } },
  { name: 'savedChanged', body: {} },
  { name: 'companiesChanged', body: {} },
  { name: 'keptSearchesChanged', body: {} },
  { name: 'rulesChanged', body: {} },
  { name: 'settingsChanged', body: {} },
  { name: 'statusChanged', body: {} },
]
