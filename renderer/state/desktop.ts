import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DesktopChange, DesktopState } from '../../shared/desktopSettings.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import type { Result } from '../../shared/result.ts'
import { Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { tell, tellFailure } from './notices.ts'

const key = ['desktop']

/** The choices of this computer, and how to change them; null where the host has none. */
export function useDesktop() {
  const { desktop } = useBridge()
  const client = useQueryClient()
  const { data } = useQuery<DesktopState>({
    queryKey: key,
    queryFn: async () => valueOf(await desktop?.state()),
    enabled: desktop !== null,
    // A login item may be taken away in the system's own settings.
    staleTime: 0,
  })
  const { mutate } = useMutation({
    mutationFn: async (change: DesktopChange) => valueOf(await desktop?.change(change)),
    onSuccess: (state, change) => {
      client.setQueryData(key, state)
      if (!isFollowed(state, change)) tell('desktop.notFollowed')
    },
    onError: ({ failure }) => tellFailure(failure),
  })
  return data === undefined ? null : { ...data, change: mutate, showLog: () => desktop?.showLog() }
}

/** A failure, or no desktop at all, is thrown as every refusal is. */
function valueOf(answer: Result<DesktopState, SpokenFailure> | undefined): DesktopState {
  if (answer?.ok === true) return answer.value
  throw new Refusal(answer?.failure ?? { kind: 'not-allowed', sentence: 'This is no desktop app.' })
}

function isFollowed({ settings }: DesktopState, change: DesktopChange): boolean {
  return Object.entries(change).every(([name, value]) => settings[name as keyof DesktopChange] === value)
}
