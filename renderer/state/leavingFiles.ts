import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import type { Keeping, LeavingFile } from '../../shared/contract/transfer.ts'
import type { Bridge } from '../bridge/bridge.ts'
import { ask, Refusal } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'

/** A request that answers a file to keep. */
export type FileRequest = { [Name in RequestName]: RequestOutput<Name> extends { file: LeavingFile } ? Name : never }[RequestName]

/** A request for a file that a person then keeps: `mutate(input)`; `data` tells what became of the file. */
export function useFileRequest<Name extends FileRequest>(name: Name): UseMutationResult<Keeping, Refusal, RequestInput<Name>> {
  const bridge = useBridge()
  return useMutation({
    mutationFn: async (input: RequestInput<Name>) => {
      const { file }: { readonly file: LeavingFile } = await ask(bridge, name, input)
      return await keepFile(bridge, file)
    },
  })
}

/** Has a person keep a file; throws a {@link Refusal} where that fails. */
export async function keepFile(bridge: Bridge, file: LeavingFile): Promise<Keeping> {
  const kept = await bridge.keepFile(file)
  if (!kept.ok) throw new Refusal(kept.failure)
  return kept.value
}
