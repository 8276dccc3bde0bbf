import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Bridge } from '../bridge/bridge.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts'
import type { SpokenFailure } from '../../shared/engine.ts'
import { useBridge } from './bridgeContext.tsx'

/** A request that was answered with a failure, thrown so that the query library sees it. */
export class Refusal extends Error {
  readonly failure: SpokenFailure

  constructor(failure: SpokenFailure) {
    super(failure.sentence)
    this.name = 'Refusal'
    this.failure = failure
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Refusal
  }
}

/** Asks the engine; gives its output, or throws a {@link Refusal}. */
export async function ask<Name extends RequestName>(bridge: Bridge, name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
  const answer = await bridge.call(name, input)
  if (!answer.ok) throw new Refusal(answer.failure)
  return answer.value
}

/** {@link ask} with the bridge in use. */
export function useAsk(): <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<RequestOutput<Name>> {
  const bridge = useBridge()
  return useCallback((name, input) => ask(bridge, name, input), [bridge])
}

/** A request that a person sets off: `mutate(input)`, `isPending`, `error?.failure`, `data`. Events bring the changes to the panes. */
export function useRequest<Name extends RequestName>(name: Name): UseMutationResult<RequestOutput<Name>, Refusal, RequestInput<Name>> {
  const bridge = useBridge()
  return useMutation({ mutationFn: (input: RequestInput<Name>) => ask(bridge, name, input) })
}
