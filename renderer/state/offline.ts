import { useQuery } from '@tanstack/react-query'
import type { ReadyReport } from '../../shared/contract/missing.ts'
import { useAsk, ask } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { tellRefusal } from './marking.ts'
import { tell } from './notices.ts'
import { queryKeys } from './queryKeys.ts'
import type { Words } from '../words/useWords.ts'

/** How much opens with no network, and what its pictures take. */
export function useOffline() {
  const bridge = useBridge()
  return useQuery({ queryKey: queryKeys.offline, queryFn: () => ask(bridge, 'getOffline', {}) })
}

/** Gets everything ready, and says what it came to. */
export function useGetReady(t: Words): () => void {
  const asked = useAsk()
  return () => {
    asked('getEverythingReady', {}).then((report) => tellReport(t, report), tellRefusal)
  }
}

function tellReport(t: Words, { became, left, why, wasStopped }: ReadyReport): void {
  if (wasStopped) return tell('offline.stopped', { became })
  if (left === 0) return tell('offline.allReady')
  const reason = why[0]?.reason ?? 'pictures-waiting'
  tell('offline.got', { became, left, why: t(`missing.${reason}`) })
}
