import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { defaultBudget } from '../../shared/pictureBudgets.ts'
import { defaultRetention } from '../../shared/retention.ts'
import type { Settings, SettingsChange } from '../../shared/settings.ts'
import { ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { queryKeys } from './queryKeys.ts'

/** What holds until the engine has told what a person chose. Equal to the defaults of the schema; a test holds it so. */
export const builtInSettings: Settings = {
  checkEvery: null,
  pausedUntil: null,
  theme: 'system',
  language: 'system',
  textSize: 18,
  measure: 68,
  readingFont: 'serif',
  density: 'comfortable',
  order: 'newest',
  sidebarWidth: 248,
  timelineWidth: 376,
  isSidebarCollapsed: false,
  ...defaultRetention,
  pictureBudget: defaultBudget,
  fetchesOnMetered: false,
  notifies: true,
  quietHours: null,
  keys: {},
}

/** What a person has chosen; the built-in settings until that is known. */
export function useSettings(): Settings {
  return useSettingsQuery().data ?? builtInSettings
}

/** The same as a query: to wait for it, or to show its failure. */
export function useSettingsQuery() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.settings, queryFn: async () => (await ask(bridge, 'getSettings', {})).settings })
}

/** Changes settings: on screen at once, taken back where the engine refuses. */
export function useChangeSettings(): (change: SettingsChange) => void {
  const bridge = useBridge()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (change: SettingsChange) => ask(bridge, 'changeSettings', { change }),
    onMutate: (change) => {
      const before = client.getQueryData<Settings>(queryKeys.settings)
      client.setQueryData<Settings>(queryKeys.settings, { ...(before ?? builtInSettings), ...change })
      return { before }
    },
    onError: (_refusal, _change, context) => client.setQueryData(queryKeys.settings, context?.before),
  })
  return mutate
}
