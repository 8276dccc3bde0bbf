import { useQuery } from '@tanstack/react-query'
import type { PackageLicence } from '../../shared/licences.ts'
import { Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'

/** The licences of everything that Newsdesk is built with, read when they are first shown. */
export function useLicences() {
  const bridge = useBridge()
  return useQuery<readonly PackageLicence[]>({
    queryKey: ['licences'],
    queryFn: async () => {
      const read = await bridge.readLicences()
      if (!read.ok) throw new Refusal(read.failure)
      return read.value
    },
  })
}
